package dev.dragoman.generator.overlay;

import dev.dragoman.generator.problem.Location;
import dev.dragoman.generator.problem.Problems;

/** The kinds of problems of an overlay, each with the code by which users find its explanation. */
enum OverlayProblem {
  /** A file that is not an Overlay 1.0 or 1.1 document, or an invalid part of one. */
  STRUCTURE("DRG-OVERLAY-001"),
  /** A target or copy that is not a JSONPath query. */
  QUERY("DRG-OVERLAY-002"),
  /** A query that selects nothing, or too much. */
  SELECTION("DRG-OVERLAY-003"),
  /** An update that cannot be merged into its target. */
  MERGE("DRG-OVERLAY-004");

  private final String code;

  OverlayProblem(String code) {
    this.code = code;
  }

  /** Reports this problem as an error. */
  void error(Problems problems, Location location, String message, String hint) {
    problems.error(code, location, message, hint);
  }

  /** Reports this problem as a warning. */
  void warning(Problems problems, Location location, String message, String hint) {
    problems.warning(code, location, message, hint);
  }
}
