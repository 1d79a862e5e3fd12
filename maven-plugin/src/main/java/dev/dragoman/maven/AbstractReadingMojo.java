package dev.dragoman.maven;

import dev.dragoman.generator.GenerationRequest;
import java.io.File;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** Base class of the goals that read documents like {@code generate} but do not generate code. */
abstract class AbstractReadingMojo extends AbstractGenerateMojo {
  @Override
  final void registerRoots(MavenProject target) {}

  @Override
  File sources() {
    return given(reportDirectory, "reportDirectory");
  }

  @Override
  File resources() {
    return given(reportDirectory, "reportDirectory");
  }

  @Override
  final String stateName(MojoExecution run) {
    return "generate";
  }

  /**
   * The output file of one API. With several APIs, each has a separate file named after its
   * package.
   */
  final @Nullable File outputOf(@Nullable File outputFile, GenerationRequest request) {
    if (outputFile == null || inputSpec != null) {
      return outputFile;
    }
    String name = outputFile.getName();
    int dot = name.lastIndexOf('.') < 0 ? name.length() : name.lastIndexOf('.');
    String own = name.substring(0, dot) + "-" + request.options().packageName();
    return new File(outputFile.getAbsoluteFile().getParentFile(), own + name.substring(dot));
  }
}
