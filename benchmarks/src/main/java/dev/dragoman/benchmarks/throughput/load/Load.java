package dev.dragoman.benchmarks.throughput.load;

import java.util.List;

/**
 * A load that has ended.
 *
 * @param calls the number of calls, including failed ones
 * @param seconds how long it took
 * @param median the median time of a call, in milliseconds
 * @param p99 the 99th percentile, in milliseconds
 * @param failures calls whose status was not 200, and connections that broke
 * @param bytesPerCall the mean length of a response with its headers
 * @param ticks the course, if it was recorded; otherwise empty
 */
public record Load(
    long calls,
    double seconds,
    double median,
    double p99,
    long failures,
    double bytesPerCall,
    List<Tick> ticks) {
  /** The length of a tick in milliseconds. */
  public static final int TICK_MILLIS = 200;

  public Load {
    ticks = List.copyOf(ticks);
  }

  /**
   * The calls in a fraction of a second.
   *
   * @param startMillis when it started, in milliseconds since the epoch; a multiple of {@link
   *     #TICK_MILLIS}
   */
  public record Tick(long startMillis, long calls) {}

  public double perSecond() {
    return calls / seconds;
  }
}
