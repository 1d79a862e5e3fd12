package dev.dragoman.benchmarks.throughput.load;

import java.time.Duration;

/**
 * How a load is created.
 *
 * @param callers the number of connections, each with one call at a time
 * @param pause the time between the response and the next call of a caller, in whole milliseconds
 * @param time how long calls are made
 * @param ticking whether the course of the load is recorded, which takes some time of each call
 */
public record Plan(int callers, Duration pause, Duration time, boolean ticking) {

  /** One caller who pauses between calls, so that nothing has to wait for anything else. */
  public static Plan unhurried(Duration time) {
    return new Plan(1, Duration.ofMillis(3), time, false);
  }

  /** Callers without a pause. */
  public static Plan busy(int callers, Duration time) {
    return new Plan(callers, Duration.ZERO, time, false);
  }

  /** This plan, with the course of the load recorded. */
  public Plan recorded() {
    return new Plan(callers, pause, time, true);
  }
}
