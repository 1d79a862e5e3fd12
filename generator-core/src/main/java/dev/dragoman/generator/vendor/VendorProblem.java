package dev.dragoman.generator.vendor;

import dev.dragoman.generator.problem.GenerationException;
import dev.dragoman.generator.problem.Location;
import dev.dragoman.generator.problem.Problems;

/** The kinds of problems of a source, each with the code by which users find its explanation. */
enum VendorProblem {
  FETCH("DRG-VENDOR-001"),
  REDIRECT("DRG-VENDOR-002"),
  SIZE("DRG-VENDOR-003"),
  CHECKSUM("DRG-VENDOR-004"),
  OFFLINE("DRG-VENDOR-005"),
  SOURCE("DRG-VENDOR-006"),
  OCCUPIED("DRG-VENDOR-007"),
  EDITED("DRG-VENDOR-008");

  private final String code;

  VendorProblem(String code) {
    this.code = code;
  }

  /** The exception for this problem. */
  GenerationException at(Object place, String what, String hint) {
    Problems problems = new Problems();
    problems.error(code, Location.file(place.toString()), what, hint);
    return new GenerationException(problems.all());
  }
}
