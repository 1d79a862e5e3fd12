package dev.dragoman.maven;

import java.io.IOException;
import org.apache.maven.plugin.MojoFailureException;

/**
 * The work of a goal for one API, run after all APIs of the execution were prepared successfully.
 */
interface Step {
  void finish() throws IOException, MojoFailureException;
}
