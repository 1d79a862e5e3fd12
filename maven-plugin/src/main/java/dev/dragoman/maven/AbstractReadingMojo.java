package dev.dragoman.maven;

import java.io.File;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/** A goal that reads documents as {@code generate} does but generates nothing. */
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
}
