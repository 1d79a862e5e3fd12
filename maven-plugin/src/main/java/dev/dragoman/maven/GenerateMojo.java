package dev.dragoman.maven;

import dev.dragoman.generator.GenerationRequest;
import dev.dragoman.generator.GenerationResult;
import dev.dragoman.generator.Generator;
import dev.dragoman.generator.SpecInput;
import dev.dragoman.generator.plan.GenerationOptions;
import dev.dragoman.generator.problem.GenerationException;
import dev.dragoman.generator.problem.Problem;
import dev.dragoman.generator.write.OutputFolders;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Turns an OpenAPI document into the Java sources and resources of an MCP server, and adds both to
 * the build. Does nothing when neither the document, a file it refers to, the configuration nor the
 * plugin has changed.
 *
 * @since 0.1.0
 */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public final class GenerateMojo extends AbstractMojo {
  /** More warnings than this would drown the build's log; the report has them all. */
  private static final int MAX_WARNINGS = 20;

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
  private @Nullable File inputSpec;

  /**
   * The folder that references of the document may not leave. By default, the document's own.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.specRoot")
  private @Nullable File specRoot;

  /**
   * Hosts that the document may name as servers although they are link-local or serve a cloud's
   * metadata.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.allowedHosts")
  private @Nullable List<String> allowedHosts;

  /**
   * The vendor's word: generated classes start with it ({@code GithubServer}), and so do the
   * headers ({@code X-GitHub-Access-Mode}) and variables ({@code GITHUB_API_KEY}) the server reads.
   * Letters, digits, blanks and dashes. By default, the title of the document without the words
   * that say only that it is an API.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.apiName")
  private @Nullable String apiName;

  /**
   * Package of the generated classes; the typed requests go into {@code operations} below it.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.packageName", defaultValue = "${project.groupId}")
  private @Nullable String packageName;

  /**
   * Where the API is, in place of the servers that the document names. Absolute, with http or
   * https.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.baseUrl")
  private @Nullable String baseUrl;

  /**
   * Root of the generated Java files.
   *
   * @since 0.1.0
   */
  @Parameter(
      property = "dragoman.outputDirectory",
      defaultValue = "${project.build.directory}/generated-sources/dragoman")
  private @Nullable File outputDirectory;

  /**
   * Root of the generated resources.
   *
   * @since 0.1.0
   */
  @Parameter(
      property = "dragoman.resourceDirectory",
      defaultValue = "${project.build.directory}/generated-resources/dragoman")
  private @Nullable File resourceDirectory;

  /**
   * Folder of the report that lists every operation with its access level, and all warnings.
   *
   * @since 0.1.0
   */
  @Parameter(
      property = "dragoman.reportDirectory",
      defaultValue = "${project.build.directory}/dragoman")
  private @Nullable File reportDirectory;

  /**
   * Skips the generation. What an earlier build generated is still compiled and packed.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.skip", defaultValue = "false")
  private boolean skip;

  /**
   * Generates even when nothing has changed.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.force", defaultValue = "false")
  private boolean force;

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private @Nullable MavenProject project;

  @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
  private @Nullable MojoExecution execution;

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    // First of all: skipped or up to date, what is there must be compiled.
    registerRoots();
    if (skip) {
      getLog().info("Skipped, because dragoman.skip is set.");
      return;
    }
    try {
      generate(request());
    } catch (GenerationException e) {
      throw new MojoFailureException(message(e));
    } catch (IOException e) {
      throw new MojoExecutionException("Cannot write the generated files: " + e, e);
    }
  }

  private void registerRoots() {
    MavenProject target = given(project, "project");
    target.addCompileSourceRoot(given(outputDirectory, "outputDirectory").getAbsolutePath());
    Resource resources = new Resource();
    resources.setDirectory(given(resourceDirectory, "resourceDirectory").getAbsolutePath());
    target.addResource(resources);
  }

  private GenerationRequest request() throws MojoFailureException {
    Choices choices = new Choices(apiName, given(packageName, "packageName"), baseUrl);
    GenerationOptions options = choices.check();
    File reports = given(reportDirectory, "reportDirectory");
    String id = given(execution, "execution").getExecutionId();
    OutputFolders folders =
        new OutputFolders(
            given(outputDirectory, "outputDirectory").toPath(),
            given(resourceDirectory, "resourceDirectory").toPath(),
            reports.toPath(),
            reports.toPath().resolve(id).resolve("manifest.txt"));
    return new GenerationRequest(
        new SpecInput(
            given(inputSpec, "inputSpec").toPath(),
            Optional.ofNullable(specRoot).map(File::toPath),
            allowedHosts == null ? Set.of() : Set.copyOf(allowedHosts)),
        options,
        folders,
        PluginVersion.of(given(execution, "execution")));
  }

  private void generate(GenerationRequest request) throws IOException {
    Optional<GenerationResult> result =
        force ? Optional.of(Generator.generate(request)) : Generator.generateIfStale(request);
    if (result.isEmpty()) {
      getLog()
          .info(
              request.input().document().getFileName()
                  + ": nothing has changed since the last run.");
      return;
    }
    List<Problem> warnings = result.get().warnings();
    warnings.stream().limit(MAX_WARNINGS).forEach(warning -> getLog().warn(warning.toString()));
    if (warnings.size() > MAX_WARNINGS) {
      int more = warnings.size() - MAX_WARNINGS;
      getLog().warn(more + " more warnings are in the report in " + request.folders().reports());
    }
    getLog().info(result.get().summary());
  }

  private static String message(GenerationException e) {
    return "The OpenAPI document cannot become a server:" + System.lineSeparator() + e.getMessage();
  }

  private static <T> T given(@Nullable T value, String name) {
    if (value == null) {
      throw new IllegalStateException(name + " was not set by Maven");
    }
    return value;
  }
}
