package dev.dragoman.maven;

import dev.dragoman.generator.goal.InitGoal;
import java.io.File;
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
  void run() throws MojoFailureException {
    File root = AbstractGenerateMojo.given(directory, "directory");
    String group = AbstractGenerateMojo.given(groupId, "groupId");
    new InitGoal(
            root.toPath(),
            group,
            Optional.ofNullable(artifactId),
            Optional.ofNullable(packageName),
            Optional.ofNullable(apiName),
            PluginVersion.plain(execution()))
        .run(request(root, false), new MavenLog(getLog()), new PluginNames(context()));
  }
}
