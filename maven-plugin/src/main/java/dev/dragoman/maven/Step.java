package dev.dragoman.maven;

import java.io.IOException;
import org.apache.maven.plugin.MojoFailureException;

/** What a goal does for one API, once no API of the execution is refused any more. */
interface Step {
  void finish() throws IOException, MojoFailureException;
}
