package dev.dragoman.benchmarks.measure;

import java.util.Collection;

/** The median of several measurements, which is not affected by a single disturbed one. */
public final class Medians {
  private Medians() {}

  /** The middle value, or the mean of the two middle ones; 0 if there are none. */
  public static double of(Collection<? extends Number> values) {
    double[] sorted = values.stream().mapToDouble(Number::doubleValue).sorted().toArray();
    if (sorted.length == 0) {
      return 0;
    }
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
