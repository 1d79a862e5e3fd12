package dev.dragoman.maven;

import dev.dragoman.generator.GenerationRequest;
import dev.dragoman.generator.OutputCheck;
import dev.dragoman.maven.project.Modules;

import dev.dragoman.generator.lock.LockPolicy.Mode;
import java.io.File;
import java.io.IOException;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Fails when generating now would change the output, or when the document is not what the lock
 * agrees to, with the list of what differs. Writes nothing and needs no network. For projects that
 * commit what was generated.
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

  @Override
  File sources() {
    return given(outputDirectory, "outputDirectory");
  }

  @Override
  File resources() {
    return given(resourceDirectory, "resourceDirectory");
  }

  /** It needs a project, so that Maven runs it in every module. */
  @Override
  boolean isElsewhere() {
    return !namesDocument() && new Modules(context()).isConfiguredElsewhere();
  }

  /** A check that only warns would check nothing. */
  @Override
  Mode lockMode() {
    return locked == null ? Mode.FAIL : super.lockMode();
  }

  @Override
  Step prepare(GenerationRequest request) throws IOException {
    List<String> differences = OutputCheck.differences(request);
    return () -> tell(request, differences);
  }

  private void tell(GenerationRequest request, List<String> differences)
      throws MojoFailureException {
    if (!differences.isEmpty()) {
      throw new MojoFailureException(
          "%s: generating would change %d files:%n%s%nTo change them: %s"
              .formatted(
                  request.input().document(),
                  differences.size(),
                  String.join(System.lineSeparator(), differences),
                  command().phase("generate-sources")));
    }
    getLog().info(request.input().document().getFileName() + ": generating would change nothing.");
  }
}
