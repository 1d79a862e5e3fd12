package dev.dragoman.generator.goal;

import dev.dragoman.generator.module.ModuleRequest;
import dev.dragoman.generator.module.ModuleSetup;
import dev.dragoman.generator.module.ModuleVersions;
import dev.dragoman.generator.module.VendorRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Sets up a module for a document.
 *
 * @param directory the module's folder
 * @param groupId Maven coordinates
 * @param artifactId Maven coordinates; derived from the vendor's name if empty
 * @param packageName package of the generated classes; derived from groupId and the vendor's name
 *     if empty
 * @param apiName the vendor's name; derived from the API's title if empty
 * @param version the version of Dragoman that the module uses
 */
public record InitGoal(
    Path directory,
    String groupId,
    Optional<String> artifactId,
    Optional<String> packageName,
    Optional<String> apiName,
    String version) {
  private static final String COORDINATE = "[A-Za-z0-9][A-Za-z0-9._-]*";

  public InitGoal {
    Objects.requireNonNull(directory);
    Objects.requireNonNull(groupId);
    Objects.requireNonNull(artifactId);
    Objects.requireNonNull(packageName);
    Objects.requireNonNull(apiName);
    Objects.requireNonNull(version);
  }

  /**
   * Writes the module, or nothing.
   *
   * @throws GoalFailure if a setting is invalid, the document cannot be used or a file exists
   */
  public void run(VendorRequest vendoring, GoalLog log, SettingNames names) {
    artifactId.ifPresent(name -> check(name, "artifactId", names));
    check(groupId, "groupId", names);
    // By default, the package is derived from the group.
    new Choices(apiName, packageName.orElse(groupId), Optional.empty()).check(names);
    Fetches.attempt(() -> create(vendoring, log));
  }

  private void create(VendorRequest vendoring, GoalLog log) throws IOException {
    Map<String, String> versions = new HashMap<>(ModuleVersions.all());
    versions.put("dragoman", version);
    ModuleSetup.Outcome outcome =
        ModuleSetup.create(
            new ModuleRequest(
                vendoring, directory, groupId, artifactId, packageName, apiName, versions));
    outcome.warnings().forEach(warning -> log.warn(warning.toString()));
    log.info(
        "%s: a module with %d operations. Build and start its server: sh %s"
            .formatted(
                outcome.directory(),
                outcome.operations(),
                ShellWord.quoted(outcome.directory().resolve("run").toString())));
  }

  private static void check(String value, String name, SettingNames names) {
    if (!value.matches(COORDINATE)) {
      throw new GoalFailure(
          names.written(name, value) + ": use letters, digits, dots and hyphens.");
    }
  }
}
