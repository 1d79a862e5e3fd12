package dev.dragoman.generator.plan.paging;

import dev.dragoman.generator.problem.Location;
import dev.dragoman.generator.problem.Problems;
import dev.dragoman.runtime.text.NearestName;
import java.util.Collection;

/** Reports what is wrong with the configured pages of one operation. */
final class PagingFaults {
  private static final String CODE = "DRG-PLAN-020";
  private static final int MOST_NAMES = 12;

  private final String operation;
  private final Problems problems;
  private int count;

  PagingFaults(String operation, Problems problems) {
    this.operation = operation;
    this.problems = problems;
  }

  /**
   * Adds a problem.
   *
   * @param message a sentence without its end, to which the operation is added
   * @param hint what to do; may be empty
   */
  void add(Location place, String message, String hint) {
    count++;
    problems.error(CODE, place, message + " (" + operation + ").", hint);
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** A hint with the most similar name, or with those that there are. */
  String near(String name, Collection<String> known) {
    return NearestName.to(name, known)
        .map(near -> "Did you mean " + near + "?")
        .orElse(
            known.isEmpty()
                ? "There are none."
                : "There are: "
                    + String.join(", ", known.stream().limit(MOST_NAMES).toList())
                    + (known.size() > MOST_NAMES ? ", …" : "."));
  }
}
