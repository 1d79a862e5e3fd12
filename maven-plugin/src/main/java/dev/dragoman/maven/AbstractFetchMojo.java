package dev.dragoman.maven;

import dev.dragoman.generator.module.VendorRequest;
import dev.dragoman.generator.problem.GenerationException;
import dev.dragoman.maven.project.BuildContext;
import dev.dragoman.maven.project.Modules;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** A goal that gets a document. */
abstract class AbstractFetchMojo extends AbstractMojo {
  /**
   * Where the document is: a URL with http or https, or a file. Redirects are followed on the same
   * host only. When there is none, the document is refreshed from where it came from.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.source")
  private @Nullable String source;

  /**
   * Name of the document's folder. By default, made of the API's title.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.vendor")
  private @Nullable String vendor;

  /**
   * The SHA-256 that the document has to have, in hexadecimal.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.sha256")
  private @Nullable String sha256;

  /**
   * How many bytes the document may have.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.maxBytes", defaultValue = "67108864")
  private long maxBytes;

  /**
   * Id of the server in {@code settings.xml} whose credentials are sent: user name and password, or
   * a password alone as bearer token.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.serverId")
  private @Nullable String serverId;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private @Nullable MavenSession session;

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private @Nullable MavenProject project;

  @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
  private @Nullable MojoExecution execution;

  @Inject private @Nullable SettingsDecrypter decrypter;

  @Override
  public void execute() throws MojoFailureException {
    try {
      run();
    } catch (GenerationException e) {
      throw new MojoFailureException(e.getMessage());
    } catch (IOException e) {
      throw Failures.of(e);
    }
  }

  final Modules modules() {
    return new Modules(
        new BuildContext(session, AbstractGenerateMojo.given(project, "project"), execution()));
  }

  final MojoExecution execution() {
    return AbstractGenerateMojo.given(execution, "execution");
  }

  /** Whether a document is named; otherwise one is refreshed. */
  final boolean namesSource() {
    return source != null;
  }

  final @Nullable String vendor() {
    return vendor;
  }

  abstract void run() throws IOException, MojoFailureException;

  final VendorRequest request(File folder, boolean dryRun) throws MojoFailureException {
    MavenSession here = AbstractGenerateMojo.given(session, "session");
    Connection connection =
        new Connection(here.getSettings(), AbstractGenerateMojo.given(decrypter, "decrypter"));
    return new VendorRequest(
        Optional.ofNullable(source),
        Optional.ofNullable(vendor),
        Path.of(here.getExecutionRootDirectory()),
        folder.toPath(),
        Optional.ofNullable(sha256),
        connection.options(serverId).withMaxBytes(maxBytes),
        here.isOffline(),
        dryRun,
        LocalDate.now(ZoneOffset.UTC));
  }
}
