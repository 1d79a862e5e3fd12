package dev.dragoman.maven;

import dev.dragoman.generator.Generation;
import dev.dragoman.generator.GenerationRequest;
import dev.dragoman.generator.Generator;
import dev.dragoman.generator.Progress;
import dev.dragoman.generator.goal.GenerateGoal;
import dev.dragoman.generator.goal.Step;
import dev.dragoman.generator.write.OutputWriter;
import dev.dragoman.maven.project.Requirements;
import java.io.File;
import java.io.IOException;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Generates JUnit tests for the server that {@code generate} creates from the same document, and
 * adds them to the build. Each test calls one operation with values that its schemas allow, against
 * an upstream on the loopback interface, and compares the method, raw path and query, headers and
 * body with those that the document requires. The project needs {@code
 * org.junit.jupiter:junit-jupiter} in test scope and maven-surefire-plugin 2.22 or later; if one of
 * them is missing, the goal fails and shows what to add.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "generate-tests",
    defaultPhase = LifecyclePhase.GENERATE_TEST_SOURCES,
    requiresDependencyCollection = ResolutionScope.TEST,
    threadSafe = true)
public final class GenerateTestsMojo extends AbstractGenerateMojo {

  /**
   * Root of the generated tests.
   *
   * @since 0.1.0
   */
  @Parameter(
      property = "dragoman.testOutputDirectory",
      defaultValue = "${project.build.directory}/generated-test-sources/dragoman")
  private @Nullable File testOutputDirectory;

  @Override
  void registerRoots(MavenProject target) {
    target.addTestCompileSourceRoot(sources().getAbsolutePath());
  }

  @Override
  File sources() {
    return given(testOutputDirectory, "testOutputDirectory");
  }

  /** There are no test resources; the folder is never created. */
  @Override
  File resources() {
    return sources();
  }

  @Override
  void checkProject() throws MojoFailureException {
    Requirements.ofTests(context(), PluginVersion.plain(given(execution, "execution")));
  }

  @Override
  Step prepare(GenerationRequest request) throws IOException {
    refuseNamesake(request);
    try (Progress progress = Progress.to(getLog()::info)) {
      Optional<Generation> stale = Generator.prepareTestsIfStale(request, progress);
      return stale.isEmpty()
          ? () -> GenerateGoal.sayNothingChanged(log(), request)
          : () -> write(request, stale.get());
    }
  }

  private void write(GenerationRequest request, Generation tests) throws IOException {
    OutputWriter.Outcome files = tests.write(Progress.silent()).files();
    getLog()
        .info(
            "%s: %d test classes written, %d unchanged, %d deleted"
                .formatted(
                    request.input().document().getFileName(),
                    files.written(),
                    files.unchanged(),
                    files.deleted()));
  }
}
