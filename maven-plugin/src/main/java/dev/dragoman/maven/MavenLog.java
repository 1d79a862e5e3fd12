package dev.dragoman.maven;

import dev.dragoman.generator.goal.GoalLog;
import org.apache.maven.plugin.logging.Log;

/**
 * Reports to the log of the build.
 *
 * @param log the goal's log
 */
record MavenLog(Log log) implements GoalLog {
  @Override
  public void info(String line) {
    log.info(line);
  }

  @Override
  public void warn(String line) {
    log.warn(line);
  }
}
