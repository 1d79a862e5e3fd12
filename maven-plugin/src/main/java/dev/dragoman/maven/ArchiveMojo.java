package dev.dragoman.maven;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Makes archives of the server's classes beside its jar, with which it starts in about half the
 * time: class data archives, or since Java 25 AOT caches. To record what the server loads, it is
 * started in mock mode, over standard input and output and over HTTP; no request leaves this
 * computer. Argument files beside the jar start the server with them:
 *
 * <pre>{@code
 * java @target/acme-mcp-server-stdio.args
 * java @target/acme-mcp-server-http.args --port 8080
 * }</pre>
 *
 * <p>An archive fits the Java that made it, and the jar and its libraries where they are. Otherwise
 * the server starts without it, as it does from its jar. If no archive can be made, the build warns
 * and goes on. The goal runs after the libraries have been copied to where the jar's manifest says.
 *
 * @since 0.1.0
 */
@Mojo(name = "archive", defaultPhase = LifecyclePhase.PACKAGE, threadSafe = true)
public final class ArchiveMojo extends AbstractMojo {
  private static final String PROGRAM = "dev.dragoman.runtime.start.StartArchive";

  /**
   * The server's jar: with its libraries, or with a manifest that names them.
   *
   * @since 0.1.0
   */
  @Parameter(
      property = "dragoman.serverJar",
      defaultValue = "${project.build.directory}/${project.build.finalName}.jar")
  private @Nullable File serverJar;

  /**
   * The main class. By default the one in the jar's manifest.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.mainClass")
  private @Nullable String mainClass;

  /**
   * The folder of the Java that will run the server. By default the Java that runs Maven.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.javaHome", defaultValue = "${java.home}")
  private @Nullable File javaHome;

  /**
   * Whether to skip this goal.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.skip", defaultValue = "false")
  private boolean skip;

  @Override
  public void execute() {
    if (skip) {
      getLog().info("Skipped because dragoman.skip is set.");
      return;
    }
    try {
      List<String> complaints = said(command());
      if (complaints.isEmpty()) {
        getLog().info("java @" + argumentFile() + " starts the server with an archive.");
      }
      complaints.forEach(line -> getLog().warn("archive: " + line));
    } catch (IOException e) {
      getLog().warn("archive: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<String> command() {
    Path jar = Objects.requireNonNull(serverJar).toPath();
    Path java = Objects.requireNonNull(javaHome).toPath().resolve("bin").resolve("java");
    List<String> command =
        new ArrayList<>(List.of(java.toString(), "-cp", jar.toString(), PROGRAM));
    if (mainClass != null) {
      command.add(mainClass);
    }
    return command;
  }

  private String argumentFile() {
    return Objects.requireNonNull(serverJar).getPath().replaceFirst("\\.jar$", "-stdio.args");
  }

  /** What the program printed: nothing if all is well. */
  private static List<String> said(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output.lines().limit(1).toList();
  }
}
