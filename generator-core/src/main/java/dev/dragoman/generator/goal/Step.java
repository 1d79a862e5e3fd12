package dev.dragoman.generator.goal;

import java.io.IOException;

/** The work of a goal for one API, run after all APIs were prepared successfully. */
public interface Step {
  /**
   * Does the work.
   *
   * @throws GoalFailure if the goal fails for this API
   */
  void finish() throws IOException;
}
