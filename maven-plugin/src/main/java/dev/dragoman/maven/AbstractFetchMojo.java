package dev.dragoman.maven;

import dev.dragoman.generator.goal.GoalFailure;
import dev.dragoman.generator.module.VendorRequest;
import dev.dragoman.maven.project.BuildContext;
import dev.dragoman.maven.project.Modules;
import java.io.File;
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

/** Base class of the goals that fetch a document. */
abstract class AbstractFetchMojo extends AbstractMojo {
  /**
   * The location of the document: an http or https URL, or a file. Redirects are followed only on
   * the same host. If not set, the document is refreshed from its recorded source.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.source")
  private @Nullable String source;

  /**
   * Name of the document's folder. By default, derived from the API's title.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.vendor")
  private @Nullable String vendor;

  /**
   * The expected SHA-256 of the document, in hexadecimal.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.sha256")
  private @Nullable String sha256;

  /**
   * Maximum size of the document, in bytes.
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
    } catch (GoalFailure e) {
      throw new MojoFailureException(e.getMessage(), e.getCause());
    }
  }

  final BuildContext context() {
    return new BuildContext(session, AbstractGenerateMojo.given(project, "project"), execution());
  }

  final Modules modules() {
    return new Modules(context());
  }

  final MojoExecution execution() {
    return AbstractGenerateMojo.given(execution, "execution");
  }

  /** Whether a source is given; otherwise an existing document is refreshed. */
  final boolean namesSource() {
    return source != null;
  }

  final @Nullable String vendor() {
    return vendor;
  }

  abstract void run() throws MojoFailureException;

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
