package dev.dragoman.generator.spec.keyword;

import dev.dragoman.generator.problem.Location;

/** Receives warnings about a schema's keywords. */
@FunctionalInterface
public interface Notes {
  /**
   * Reports a warning.
   *
   * @param message what is wrong
   * @param hint what is used instead
   */
  void warning(Location location, String message, String hint);
}
