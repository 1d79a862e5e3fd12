package dev.dragoman.benchmarks.throughput;

import dev.dragoman.benchmarks.measure.Medians;
import dev.dragoman.benchmarks.throughput.load.Load;
import java.util.ArrayList;
import java.util.List;

/**
 * How the rate of a server rises after its start.
 *
 * @param startMillis when the process was started, in milliseconds since the epoch
 * @param ticks the calls since then, in order
 */
record Curve(long startMillis, List<Load.Tick> ticks) {
  /** The number of ticks in a second. */
  private static final int SECOND = 1_000 / Load.TICK_MILLIS;

  /** The seconds from which the steady rate is taken. */
  private static final int STEADY = 10;

  /** The most by which two periods of a steady rate differ. */
  private static final double MOST_DIFFERENCE = 0.03;

  Curve {
    ticks = List.copyOf(ticks);
  }

  /** This curve with what followed. */
  Curve with(List<Load.Tick> more) {
    List<Load.Tick> all = new ArrayList<>(ticks);
    all.addAll(more);
    return new Curve(startMillis, all);
  }

  /** The median rate of the last ten seconds, in calls per second. */
  double steady() {
    return rate(ticks.size() - STEADY * SECOND, ticks.size());
  }

  /** Whether the rate has been the same for twice ten seconds. */
  boolean isSteady() {
    int period = STEADY * SECOND;
    if (ticks.size() < 2 * period) {
      return false;
    }
    double before = rate(ticks.size() - 2 * period, ticks.size() - period);
    return Math.abs(steady() - before) <= MOST_DIFFERENCE * steady();
  }

  /** The rate of the first full second in which there were calls. */
  double first() {
    return ticks.size() <= SECOND ? steady() : calls(1, 1 + SECOND);
  }

  /**
   * The time from the start of the process to the end of the first second in which the rate was at
   * least this share of the steady one, in seconds.
   */
  double secondsTo(double share) {
    double wanted = share * steady();
    int end = SECOND;
    while (end < ticks.size() && calls(end - SECOND, end) < wanted) {
      end++;
    }
    Load.Tick last = ticks.get(Math.min(end, ticks.size()) - 1);
    return (last.startMillis() + Load.TICK_MILLIS - startMillis) / 1e3;
  }

  /** The median rate of some ticks, in calls per second. */
  private double rate(int from, int to) {
    return SECOND
        * Medians.of(ticks.subList(Math.max(0, from), to).stream().map(Load.Tick::calls).toList());
  }

  private long calls(int from, int to) {
    return ticks.subList(from, Math.min(to, ticks.size())).stream()
        .mapToLong(Load.Tick::calls)
        .sum();
  }
}
