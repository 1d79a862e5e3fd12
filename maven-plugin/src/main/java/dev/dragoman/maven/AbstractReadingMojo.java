package dev.dragoman.maven;

import dev.dragoman.generator.goal.ReportFile;
import java.io.File;
import java.util.Optional;
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

  /** Where a report is written; each of several APIs has a separate file. */
  final ReportFile report(@Nullable File outputFile) {
    return new ReportFile(Optional.ofNullable(outputFile).map(File::toPath), inputSpec != null);
  }
}
