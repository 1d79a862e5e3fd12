package dev.dragoman.runtime.execute.breaker;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Leaves something alone that has stopped answering: an origin, or one operation. Opens after five
 * failures in a row that span a second, so that calls which fail at the same moment count as one
 * fault; then one call in five seconds tries it, after each failure half as often, down to one a
 * minute. Thread-safe.
 */
final class CircuitBreaker {
  private static final int FAILURES = 5;
  private static final long SPAN = Duration.ofSeconds(1).toNanos();
  private static final long FIRST_REST = Duration.ofSeconds(5).toNanos();
  private static final long LONGEST_REST = Duration.ofSeconds(60).toNanos();

  private final LongSupplier clock;
  private State state = State.CLOSED;
  private int failures;
  private long firstFailure;
  private long restUntil;
  private long rest = FIRST_REST;

  /** Whether calls go out. */
  enum State {
    CLOSED(0),
    /** One call is out to try. */
    HALF_OPEN(1),
    OPEN(2);

    private final int figure;

    State(int figure) {
      this.figure = figure;
    }

    /** As figures have it. */
    int figure() {
      return figure;
    }
  }

  /**
   * A closed breaker.
   *
   * @param clock nanoseconds, as {@link System#nanoTime} tells them
   */
  CircuitBreaker(LongSupplier clock) {
    this.clock = clock;
  }

  /** Whether a call may go out now. What becomes of it must be reported. */
  synchronized boolean admits() {
    if (state == State.OPEN && clock.getAsLong() - restUntil >= 0) {
      state = State.HALF_OPEN;
      return true;
    }
    return state == State.CLOSED;
  }

  /** How long the origin is still left alone. */
  synchronized Duration rest() {
    long left = state == State.CLOSED ? 0 : restUntil - clock.getAsLong();
    return Duration.ofNanos(Math.max(0, left));
  }

  /** The origin answered. */
  synchronized void succeeded() {
    state = State.CLOSED;
    failures = 0;
    rest = FIRST_REST;
  }

  /**
   * The origin did not answer, or with 502 to 504.
   *
   * @param opens whether this breaker opens when there were failures enough
   */
  synchronized void failed(boolean opens) {
    long now = clock.getAsLong();
    if (failures++ == 0) {
      firstFailure = now;
    }
    if (state == State.HALF_OPEN) {
      rest = Math.min(2 * rest, LONGEST_REST);
      open(now);
    } else if (opens
        && state == State.CLOSED
        && failures >= FAILURES
        && now - firstFailure >= SPAN) {
      open(now);
    }
  }

  /** The call ended in a way that says nothing of the origin. */
  synchronized void ignored() {
    if (state == State.HALF_OPEN) {
      state = State.OPEN;
    }
  }

  private void open(long now) {
    state = State.OPEN;
    restUntil = now + rest;
  }

  synchronized State state() {
    return state;
  }

  synchronized int failures() {
    return failures;
  }
}
