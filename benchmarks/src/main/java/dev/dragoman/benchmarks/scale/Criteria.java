package dev.dragoman.benchmarks.scale;

import dev.dragoman.benchmarks.measure.Medians;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The criteria that must be met for any number of operations. */
final class Criteria {
  /** Maximum ratio of the cost per operation between the most expensive and the cheapest size. */
  private static final double MOST_PER_OPERATION = 1.5;

  /** Maximum ratio of the start time between the largest and the smallest server. */
  private static final double MOST_AT_START = 1.3;

  /** Below this number of operations, the fixed cost of a server dominates. */
  private static final int MANY = 1_000;

  private boolean holds = true;

  /** Prints a line for each criterion; returns whether all are met. */
  static boolean hold(List<Size> sizes) {
    Criteria criteria = new Criteria();
    List<Size> many = sizes.stream().filter(size -> size.operations >= MANY).toList();
    criteria.perOperation("processor time of a build", many, size -> Medians.of(size.cpu));
    criteria.perOperation("source bytes", many, size -> size.sourceBytes);
    criteria.perOperation("resource bytes", many, size -> size.resourceBytes);
    criteria.perOperation("index bytes", many, size -> size.indexBytes);
    criteria.perOperation("jar bytes", many, size -> size.jarBytes);
    if (sizes.size() > 1) {
      double ratio = Medians.of(sizes.get(sizes.size() - 1).start) / Medians.of(sizes.get(0).start);
      criteria.line("stdio start to tools/list, largest : smallest", ratio, MOST_AT_START);
    }
    return criteria.holds;
  }

  private void perOperation(String what, List<Size> sizes, ToDoubleFunction<Size> value) {
    if (sizes.size() > 1) {
      double most =
          sizes.stream().mapToDouble(s -> s.perOperation(value.applyAsDouble(s))).max().orElse(0);
      double least =
          sizes.stream().mapToDouble(s -> s.perOperation(value.applyAsDouble(s))).min().orElse(0);
      line(what + " per operation, dearest : cheapest size", most / least, MOST_PER_OPERATION);
    }
  }

  private void line(String what, double ratio, double most) {
    boolean fine = ratio <= most;
    holds &= fine;
    System.out.printf(
        Locale.ROOT, "# %s  %s: %.2f (at most %.1f)%n", fine ? "ok  " : "FAIL", what, ratio, most);
  }
}
