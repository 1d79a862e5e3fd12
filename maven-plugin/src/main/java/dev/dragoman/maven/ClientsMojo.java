package dev.dragoman.maven;

import dev.dragoman.generator.ClientGuides;
import dev.dragoman.generator.ClientOptions;
import dev.dragoman.generator.GenerationRequest;
import dev.dragoman.generator.goal.Step;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Writes how to connect clients to a server: {@code clients.md}, and for each client the file or
 * the command with the server's URL and names, ready to copy. The files contain no keys. Runs
 * without a POM. For example:
 *
 * <pre>{@code
 * mvn dev.dragoman:dragoman-maven-plugin:VERSION:clients -Ddragoman.url=https://mcp.example.com/mcp
 * }</pre>
 *
 * @since 0.1.0
 */
@Mojo(name = "clients", requiresProject = false, threadSafe = true)
public final class ClientsMojo extends AbstractReadingMojo {
  /**
   * The URL at which clients reach the server, including {@code /mcp}; {@code none} for a server
   * that clients start themselves.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.url", defaultValue = "http://127.0.0.1:8080/mcp")
  private @Nullable String url;

  /**
   * The path of the server's jar on the computer of the client, for clients that start the server.
   * By default, the guide does not mention it.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.jar")
  private @Nullable String jar;

  /**
   * The name of the bundle ({@code .mcpb}) that you offer for Claude Desktop. By default, the guide
   * does not mention it.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.bundleName")
  private @Nullable String bundleName;

  /**
   * How callers authenticate, as in {@code --ways-in}: {@code anonymous}, {@code api-key}, {@code
   * oauth}. By default {@code anonymous} and {@code api-key}; with {@code oauthIssuer}, {@code
   * oauth} only.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.waysIn")
  private @Nullable List<String> waysIn;

  /**
   * The authorization server at which people sign in.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.oauthIssuer")
  private @Nullable String oauthIssuer;

  /**
   * The folder of the files; by default, {@code target/clients}. With several APIs, each has a
   * folder of its own in it.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.clientsDirectory")
  private @Nullable File clientsDirectory;

  @Parameter(defaultValue = "${basedir}", readonly = true, required = true)
  private @Nullable File basedir;

  @Override
  Step prepare(GenerationRequest request) {
    ClientOptions options = new ClientChoices(url, jar, bundleName, waysIn, oauthIssuer).options();
    ClientGuides guides = ClientGuides.of(request, options);
    Path root = root();
    Path folder = inputSpec == null ? root.resolve(guides.name()) : root;
    return () -> {
      guides.write(folder);
      getLog()
          .info(
              "How to connect clients to %s: %s, and %d files for them beside it."
                  .formatted(
                      guides.name(), folder.resolve("clients.md"), guides.files().size() - 1));
    };
  }

  /** Without a POM, Maven does not replace the build directory's own variables. */
  private Path root() {
    if (clientsDirectory != null) {
      return clientsDirectory.toPath();
    }
    MavenProject module = given(project, "project");
    Path target =
        module.getFile() == null
            ? given(basedir, "basedir").toPath().resolve("target")
            : Path.of(module.getBuild().getDirectory());
    return target.resolve("clients");
  }
}
