package dev.dragoman.runtime.limit;

import java.time.Duration;

/**
 * The work that one task may cost: a number of units, a time, and an end as soon as its thread is
 * interrupted. Whatever walks a schema, a value or a pattern of somebody else spends from it, so
 * that the sum is bounded however the input is arranged. Serves one thread.
 *
 * <p>A unit stands for a few nanoseconds: one character matched by one instruction of a pattern,
 * one name looked up. Once the work is used up it stays used up, and an interrupt is not cleared.
 */
public final class WorkLimit {
  /** Units between two looks at the clock. */
  private static final long CLOCK_INTERVAL = 100_000;

  private static final long DEFAULT_UNITS = 50_000_000;
  private static final Duration DEFAULT_TIME = Duration.ofSeconds(10);

  private final long end;
  private long left;
  private long nextLook;
  private boolean over;

  /**
   * A limit.
   *
   * @param units the most units; at least 1
   * @param time the longest time, from now on
   */
  public WorkLimit(long units, Duration time) {
    this.left = units;
    this.nextLook = units;
    this.end = System.nanoTime() + time.toNanos();
  }

  /** The usual limit: 50,000,000 units, ten seconds. */
  public static WorkLimit standard() {
    return new WorkLimit(DEFAULT_UNITS, DEFAULT_TIME);
  }

  /**
   * Spends units before work is done.
   *
   * @param units how many; not negative
   * @return whether the work may be done; false from the first time on that it may not
   */
  public boolean spend(long units) {
    if (over || units > left) {
      over = true;
      return false;
    }
    left -= units;
    if (left <= nextLook) {
      nextLook = left - CLOCK_INTERVAL;
      over = Thread.currentThread().isInterrupted() || System.nanoTime() - end > 0;
    }
    return !over;
  }

  /** Whether nothing more may be done. */
  public boolean isOver() {
    return over;
  }
}
