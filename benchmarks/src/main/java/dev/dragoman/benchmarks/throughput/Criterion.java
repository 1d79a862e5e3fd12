package dev.dragoman.benchmarks.throughput;

import dev.dragoman.benchmarks.serving.Figures;
import java.util.OptionalDouble;

/**
 * A bound for a figure.
 *
 * @param what the figure, with its unit
 * @param value the measured value; empty if it could not be measured
 * @param bound the bound
 * @param atMost whether the bound is the highest value, rather than the lowest
 */
record Criterion(String what, OptionalDouble value, double bound, boolean atMost) {
  static Criterion atMost(String what, OptionalDouble value, double bound) {
    return new Criterion(what, value, bound, true);
  }

  static Criterion atLeast(String what, OptionalDouble value, double bound) {
    return new Criterion(what, value, bound, false);
  }

  /** What was not measured is neither met nor missed. */
  boolean isMissed() {
    return value.isPresent()
        && !(atMost ? value.getAsDouble() <= bound : value.getAsDouble() >= bound);
  }

  /** A row of the report. */
  String row() {
    String verdict = value.isEmpty() ? "--" : isMissed() ? "FAIL" : "ok";
    return String.join(
        "\t",
        verdict,
        what,
        value.isEmpty() ? "not measured" : Figures.text(value.getAsDouble()),
        (atMost ? "at most " : "at least ") + Figures.text(bound));
  }
}
