package dev.dragoman.benchmarks.throughput;

import dev.dragoman.benchmarks.throughput.load.LoadClient;
import dev.dragoman.benchmarks.throughput.load.Plan;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * Calls a server until it is steady.
 *
 * @param callers the number of callers
 * @param most the longest time
 */
record WarmUp(LoadClient client, int callers, Duration most) {
  private static final Duration PART = Duration.ofSeconds(5);

  /**
   * The course of a warm-up.
   *
   * @param steady whether the rate was steady at the end
   */
  record Course(Target target, Curve curve, boolean steady) {}

  /** Makes calls until the rate is steady or the longest time is over. */
  Course run(Target target) throws IOException, InterruptedException {
    Curve curve =
        new Curve(Objects.requireNonNull(target.process(), "a server").startMillis(), List.of());
    long end = System.nanoTime() + most.toNanos();
    while (System.nanoTime() < end && !curve.isSteady()) {
      Plan plan = Plan.busy(callers, most.compareTo(PART) < 0 ? most : PART).recorded();
      curve = curve.with(target.measure(client, plan).load().ticks());
    }
    return new Course(target, curve, curve.isSteady());
  }
}
