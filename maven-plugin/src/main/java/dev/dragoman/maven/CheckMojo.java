package dev.dragoman.maven;

import dev.dragoman.generator.GenerationRequest;
import dev.dragoman.generator.OutputCheck;
import dev.dragoman.generator.goal.CombinedGoal;
import dev.dragoman.generator.goal.FormerApis;
import dev.dragoman.generator.goal.GoalFailure;
import dev.dragoman.generator.goal.GoalSettings;
import dev.dragoman.generator.goal.Step;
import dev.dragoman.generator.lock.LockPolicy.Mode;
import dev.dragoman.maven.project.Modules;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Fails if the generated files are out of date or the document does not match its lock, and lists
 * the differences. Does not write files and does not use the network. For projects that commit
 * generated files.
 *
 * @since 0.1.0
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends AbstractReadingMojo {
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
   * The name of one server of all APIs, as for {@code generate}: its main class is checked, too.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.combinedName")
  private @Nullable String combinedName;

  @Override
  File sources() {
    return given(outputDirectory, "outputDirectory");
  }

  @Override
  File resources() {
    return given(resourceDirectory, "resourceDirectory");
  }

  /** Requires a project so that Maven runs it in every module. */
  @Override
  boolean isElsewhere() {
    return !namesDocument() && new Modules(context()).isConfiguredElsewhere();
  }

  /** A check that only warns would be useless. */
  @Override
  Mode lockMode() {
    return locked == null ? Mode.FAIL : super.lockMode();
  }

  @Override
  Step prepareAll(GoalSettings settings, List<GenerationRequest> requests) throws IOException {
    List<String> differences =
        new CombinedGoal(log(), names())
            .differences(Optional.ofNullable(combinedName), settings, requests);
    List<String> surplus = FormerApis.of(settings, requests).surplus();
    return () -> {
      refuse("The server of all APIs", differences);
      refuse("APIs that are no longer configured", surplus);
    };
  }

  @Override
  Step prepare(GenerationRequest request) throws IOException {
    List<String> differences = OutputCheck.differences(request);
    return () -> tell(request, differences);
  }

  private void tell(GenerationRequest request, List<String> differences) {
    refuse(request.input().document().toString(), differences);
    getLog()
        .info(request.input().document().getFileName() + ": the generated files are up to date.");
  }

  private void refuse(String subject, List<String> differences) {
    if (!differences.isEmpty()) {
      throw new GoalFailure(
          "%s: %d generated files are out of date:%n%s%nTo regenerate them: %s"
              .formatted(
                  subject,
                  differences.size(),
                  String.join(System.lineSeparator(), differences),
                  command().phase("generate-sources")));
    }
  }
}
