package dev.dragoman.runtime.limit;

import java.time.Duration;

/**
 * The work that one task may cost: a number of units, a time, and an end as soon as its thread is
 * interrupted. Everything that processes an untrusted schema, value or pattern is charged to it, so
 * that the total is bounded however the input is constructed. Serves one thread.
 *
 * <p>A unit corresponds to a few nanoseconds: one character matched by one instruction of a
 * pattern, or one name looked up. Once the limit is reached it stays reached, and an interrupt is
 * not cleared.
 */
public final class WorkLimit {
  /** Units between two checks of the time. */
  private static final long CLOCK_INTERVAL = 100_000;

  private static final long DEFAULT_UNITS = 50_000_000;
  private static final Duration DEFAULT_TIME = Duration.ofSeconds(10);

  private final long end;
  private long left;
  private long nextLook;
  private boolean over;

  /**
   * Creates a limit.
   *
   * @param units the maximum number of units; at least 1
   * @param time the maximum time, from now on
   */
  public WorkLimit(long units, Duration time) {
    this.left = units;
    this.nextLook = units;
    this.end = System.nanoTime() + time.toNanos();
  }

  /** The default limit: 50,000,000 units, ten seconds. */
  public static WorkLimit standard() {
    return new WorkLimit(DEFAULT_UNITS, DEFAULT_TIME);
  }

  /**
   * Charges units before work is done.
   *
   * @param units the number of units; not negative
   * @return whether the work may be done; always false once the limit has been reached
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

  /** Whether the limit has been reached. */
  public boolean isOver() {
    return over;
  }
}
