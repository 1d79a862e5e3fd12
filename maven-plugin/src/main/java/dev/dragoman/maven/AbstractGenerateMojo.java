package dev.dragoman.maven;

import dev.dragoman.generator.GenerationRequest;
import dev.dragoman.generator.SpecInput;
import dev.dragoman.generator.problem.GenerationException;
import dev.dragoman.generator.write.OutputFolders;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What the generating goals have in common: the document, its names, and how a run goes. */
abstract class AbstractGenerateMojo extends AbstractMojo {
  /**
   * The OpenAPI document: OpenAPI 3.0, 3.1 or 3.2, or Swagger 2.0, in JSON or YAML. Files that it
   * refers to lie in its folder or below.
   *
   * <pre>{@code
   * <inputSpec>${project.basedir}/src/main/openapi/github.yaml</inputSpec>
   * }</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.inputSpec", required = true)
  @Nullable File inputSpec;

  /**
   * The folder that references of the document may not leave. By default, the document's own.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.specRoot")
  @Nullable File specRoot;

  /**
   * Hosts that the document may name as servers although they are link-local or serve a cloud's
   * metadata.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.allowedHosts")
  @Nullable List<String> allowedHosts;

  /**
   * The vendor's word: generated classes start with it ({@code GitHubServer}), and so do the
   * headers ({@code X-GitHub-Access-Mode}) and variables ({@code GITHUB_API_KEY}) the server reads.
   * Letters, digits, blanks and dashes. By default, the title of the document without the words
   * that say only that it is an API.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.apiName")
  @Nullable String apiName;

  /**
   * Package of the generated classes; the typed requests go into {@code operations} below it.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.packageName", defaultValue = "${project.groupId}")
  @Nullable String packageName;

  /**
   * Where the API is, in place of the servers that the document names. Absolute, with http or
   * https.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.baseUrl")
  @Nullable String baseUrl;

  /**
   * Whether search ranks by the meaning of words too, not by the words alone. Needs {@code
   * dev.dragoman:dragoman-semantic} among the dependencies of the plugin, which makes a vector for
   * each operation, and among those of the project: about 110 MB beside the server.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.semanticSearch", defaultValue = "false")
  boolean semanticSearch;

  /**
   * Folder of the report that lists every operation with its access level, and all warnings.
   *
   * @since 0.1.0
   */
  @Parameter(
      property = "dragoman.reportDirectory",
      defaultValue = "${project.build.directory}/dragoman")
  @Nullable File reportDirectory;

  /**
   * Skips the generation. What an earlier build generated is still compiled and packed.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.skip", defaultValue = "false")
  boolean skip;

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  @Nullable MavenProject project;

  @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
  @Nullable MojoExecution execution;

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    // First of all: skipped or up to date, what is there must be compiled.
    registerRoots(given(project, "project"));
    if (skip) {
      getLog().info("Skipped, because dragoman.skip is set.");
      return;
    }
    try {
      generate(request());
    } catch (GenerationException e) {
      throw new MojoFailureException(
          "The OpenAPI document cannot become a server:" + System.lineSeparator() + e.getMessage());
    } catch (IOException e) {
      throw new MojoExecutionException("Cannot write the generated files: " + e, e);
    }
  }

  /** Adds the roots of what is generated to the build. */
  abstract void registerRoots(MavenProject target);

  /** Root of the generated Java files. */
  abstract File sources();

  /** Root of the generated resources, where there are any. */
  abstract File resources();

  abstract void generate(GenerationRequest request) throws IOException;

  private GenerationRequest request() throws MojoFailureException {
    Choices choices = new Choices(apiName, given(packageName, "packageName"), baseUrl);
    Path reports = given(reportDirectory, "reportDirectory").toPath();
    MojoExecution run = given(execution, "execution");
    // One execution may bind both goals: each has a manifest of its own.
    Path manifest = reports.resolve(run.getExecutionId()).resolve(run.getGoal());
    OutputFolders folders =
        new OutputFolders(
            sources().toPath(), resources().toPath(), reports, manifest.resolve("manifest.txt"));
    SpecInput input =
        new SpecInput(
            given(inputSpec, "inputSpec").toPath(),
            Optional.ofNullable(specRoot).map(File::toPath),
            allowedHosts == null ? Set.of() : Set.copyOf(allowedHosts));
    return new GenerationRequest(
        input, choices.check().withSemanticSearch(semanticSearch), folders, PluginVersion.of(run));
  }

  void sayNothingChanged(GenerationRequest request) {
    String document = String.valueOf(request.input().document().getFileName());
    getLog().info(document + ": nothing has changed since the last run.");
  }

  static <T> T given(@Nullable T value, String name) {
    if (value == null) {
      throw new IllegalStateException(name + " was not set by Maven");
    }
    return value;
  }
}
