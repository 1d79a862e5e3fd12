package dev.dragoman.generator.goal;

import dev.dragoman.generator.problem.GenerationException;
import java.io.IOException;

/** Converts exceptions of goals that fetch a document. */
final class Fetches {
  private Fetches() {}

  static void attempt(Step step) {
    try {
      step.finish();
    } catch (GenerationException e) {
      throw new GoalFailure(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw Failures.of(e);
    }
  }
}
