package dev.dragoman.benchmarks.measure;

import java.util.Collection;

/** The middle of several measurements: one that was disturbed does not move it. */
public final class Medians {
  private Medians() {}

  /** The middle value, or the mean of the middle two; 0 of none. */
  public static double of(Collection<? extends Number> values) {
    double[] sorted = values.stream().mapToDouble(Number::doubleValue).sorted().toArray();
    if (sorted.length == 0) {
      return 0;
    }
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
