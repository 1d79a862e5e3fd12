package dev.dragoman.maven;

import dev.dragoman.generator.module.ModuleRequest;
import dev.dragoman.generator.module.ModuleSetup;
import dev.dragoman.maven.project.GoalCommand;
import dev.dragoman.maven.project.Versions;
import java.io.File;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Sets up a module for a document: a POM with pinned versions, the document and a record of its
 * source, a lock that accepts all of its operations, a README with client configurations, and a
 * script that builds and starts the server. Does not prompt and does not overwrite files. Runs
 * without a POM. For example:
 *
 * <pre>{@code
 * mvn dev.dragoman:dragoman-maven-plugin:VERSION:init -Ddragoman.source=https://api.example.com/openapi.yaml
 * }</pre>
 *
 * @since 0.1.0
 */
@Mojo(name = "init", requiresProject = false, threadSafe = true)
public final class InitMojo extends AbstractFetchMojo {
  /**
   * The module's folder.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.directory", defaultValue = "${basedir}")
  private @Nullable File directory;

  /**
   * The module's groupId.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.groupId", defaultValue = "com.example")
  private @Nullable String groupId;

  /**
   * The module's artifactId. By default, the vendor's name followed by {@code -mcp-server}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.artifactId")
  private @Nullable String artifactId;

  /**
   * Package of the generated classes. By default, derived from the groupId and the vendor's name.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.packageName")
  private @Nullable String packageName;

  /**
   * The vendor's name. By default, derived from the API's title.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.apiName")
  private @Nullable String apiName;

  @Override
  void run() throws IOException, MojoFailureException {
    File root = AbstractGenerateMojo.given(directory, "directory");
    String group = AbstractGenerateMojo.given(groupId, "groupId");
    check(artifactId, "artifactId", "[A-Za-z0-9][A-Za-z0-9._-]*");
    check(group, "groupId", "[A-Za-z0-9][A-Za-z0-9._-]*");
    // By default, the package is derived from the group.
    new Choices(apiName, packageName == null ? group : packageName, null).check();
    ModuleSetup.Outcome outcome =
        ModuleSetup.create(
            new ModuleRequest(
                request(root, false),
                root.toPath(),
                group,
                Optional.ofNullable(artifactId),
                Optional.ofNullable(packageName),
                Optional.ofNullable(apiName),
                versions()));
    outcome.warnings().forEach(warning -> getLog().warn(warning.toString()));
    getLog()
        .info(
            "%s: a module with %d operations. Build and start its server: sh %s"
                .formatted(
                    outcome.directory(),
                    outcome.operations(),
                    GoalCommand.quoted(outcome.directory().resolve("run").toString())));
  }

  private static void check(@Nullable String value, String name, String pattern)
      throws MojoFailureException {
    if (value != null && !value.matches(pattern)) {
      throw new MojoFailureException(
          "-Ddragoman." + name + "=" + value + ": use letters, digits, dots and hyphens.");
    }
  }

  private Map<String, String> versions() {
    Map<String, String> versions = new HashMap<>(Versions.all());
    versions.put("dragoman", PluginVersion.plain(execution()));
    return versions;
  }
}
