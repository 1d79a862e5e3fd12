package dev.dragoman.generator.spec.keyword;

import dev.dragoman.generator.problem.Location;

/** Takes what is wrong with a schema's keywords. */
@FunctionalInterface
public interface Notes {
  /**
   * Notes a warning.
   *
   * @param message what is wrong
   * @param hint what is taken in its place
   */
  void warning(Location location, String message, String hint);
}
