package dev.dragoman.generator.overlay;

import dev.dragoman.generator.problem.Location;
import dev.dragoman.generator.problem.Problems;

/** What can be wrong with an overlay, with the code under which users find it. */
enum OverlayProblem {
  /** A file that is no Overlay 1.0 or 1.1 document, or a part of one that is none. */
  STRUCTURE("DRG-OVERLAY-001"),
  /** A target or a copy that is no JSONPath query. */
  QUERY("DRG-OVERLAY-002"),
  /** A query that selects nothing, or more than may be selected. */
  SELECTION("DRG-OVERLAY-003"),
  /** An update that does not fit what it is to change. */
  MERGE("DRG-OVERLAY-004");

  private final String code;

  OverlayProblem(String code) {
    this.code = code;
  }

  void error(Problems problems, Location location, String message, String hint) {
    problems.error(code, location, message, hint);
  }

  void warning(Problems problems, Location location, String message, String hint) {
    problems.warning(code, location, message, hint);
  }
}
