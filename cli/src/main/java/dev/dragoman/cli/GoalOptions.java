package dev.dragoman.cli;

import dev.dragoman.generator.GeneratorBuild;
import dev.dragoman.generator.cli.DocumentOptions;
import dev.dragoman.generator.config.SettingsObject;
import dev.dragoman.generator.goal.ApiChoice;
import dev.dragoman.generator.goal.ApiList;
import dev.dragoman.generator.goal.GoalSettings;
import dev.dragoman.generator.goal.GoalSettings.Output;
import dev.dragoman.generator.goal.GoalSettings.Parts;
import dev.dragoman.generator.goal.GoalSettings.Reading;
import dev.dragoman.generator.goal.LockModes;
import dev.dragoman.generator.problem.Location;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of the commands that read documents like {@code generate}. */
final class GoalOptions {
  @Mixin private final DocumentOptions document = new DocumentOptions();

  @Option(
      names = "--input-directory",
      paramLabel = "DIR",
      description =
          "A folder of documents instead of FILE: each becomes a separate API in a package below"
              + " that of --package, named after the file.")
  private Optional<Path> inputDirectory;

  @Option(
      names = "--package",
      paramLabel = "NAME",
      description = "Package of the generated classes. Default: that of --config, or server.")
  private Optional<String> packageName;

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description = "Base URL of the API, instead of the document's servers.")
  private Optional<String> baseUrl;

  @Option(
      names = "--overlay",
      paramLabel = "FILE",
      description =
          "An OpenAPI Overlay to apply to the document, after those of --config. May be given"
              + " several times.")
  private List<Path> overlays = List.of();

  @Option(
      names = "--allowed-host",
      paramLabel = "HOST",
      description =
          "A host that is allowed as server even if it is link-local or provides cloud metadata."
              + " May be given several times.")
  private Set<String> allowedHosts = Set.of();

  @Option(
      names = "--lock",
      paramLabel = "FILE",
      description =
          "The lock file, which lists the accepted operations. Default: the document's name with"
              + " .lock appended.")
  private Optional<Path> lock;

  @Option(
      names = "--locked",
      negatable = true,
      description =
          "Fail if the document differs from the lock, or there is no lock. Default: fail on"
              + " differences if the variable CI is set, else warn and leave new operations out.")
  private Optional<Boolean> locked;

  @Option(names = "--exclude-deprecated", description = "Leave out deprecated operations.")
  private boolean excludeDeprecated;

  @Option(
      names = "--scripts",
      description =
          "Offer the tool run_script, which needs dev.dragoman:dragoman-script beside the server.")
  private boolean scripts;

  @Option(
      names = "--tool-mode",
      paramLabel = "MODE",
      description = "search (default), operations (one tool per operation) or both.")
  private Optional<String> toolMode;

  @Option(
      names = "--tool-descriptions",
      paramLabel = "WHAT",
      description =
          "What descriptions of tools contain of the document: summary, description or examples"
              + " (default).")
  private Optional<String> toolDescriptions;

  /**
   * The settings of a command.
   *
   * @param file the document; empty with {@code --input-directory}
   * @param folder the folder of the output, with sources, resources and reports in it
   */
  GoalSettings settings(Optional<Path> file, Path folder) {
    return new GoalSettings(
        new ApiList(file, inputDirectory, List.of()),
        new ApiChoice(Optional.empty(), document.apiName(), packageName, baseUrl, lock),
        new Reading(Path.of(""), document.root(), allowedHosts, overlays, document.strict()),
        document.config(),
        configuration(),
        new Parts(false, scripts),
        new Output(
            folder.resolve("sources"),
            folder.resolve("resources"),
            folder.resolve("reports"),
            folder.resolve("state"),
            GeneratorBuild.fingerprint(Dragoman.Version.number())),
        LockModes.of(locked));
  }

  private SettingsObject configuration() {
    return SettingsObject.at(Location.file("command line"))
        .texts("overlays", overlays.stream().map(Path::toString).toList())
        .flag("excludeDeprecated", excludeDeprecated)
        .flag("client", document.client())
        .text("toolMode", toolMode.orElse(null))
        .text("toolDescriptions", toolDescriptions.orElse(null));
  }
}
