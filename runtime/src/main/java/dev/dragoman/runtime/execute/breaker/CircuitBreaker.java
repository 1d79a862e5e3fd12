package dev.dragoman.runtime.execute.breaker;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Suspends calls to something that has stopped responding: an origin, or one operation. Opens after
 * five consecutive failures that span a second, so that calls which fail at the same moment count
 * as one fault; then one call in five seconds is admitted as a trial, half as often after each
 * failure, down to one a minute. Thread-safe.
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

  /** Whether calls are sent. */
  enum State {
    CLOSED(0),
    /** One trial call has been sent. */
    HALF_OPEN(1),
    OPEN(2);

    private final int figure;

    State(int figure) {
      this.figure = figure;
    }

    /** The value used in metrics. */
    int figure() {
      return figure;
    }
  }

  /**
   * Creates a closed breaker.
   *
   * @param clock nanoseconds, as returned by {@link System#nanoTime}
   */
  CircuitBreaker(LongSupplier clock) {
    this.clock = clock;
  }

  /** Whether a call may be sent now. Its outcome must then be reported. */
  synchronized boolean admits() {
    if (state == State.OPEN && clock.getAsLong() - restUntil >= 0) {
      state = State.HALF_OPEN;
      return true;
    }
    return state == State.CLOSED;
  }

  /** How long calls remain suspended. */
  synchronized Duration rest() {
    long left = state == State.CLOSED ? 0 : restUntil - clock.getAsLong();
    return Duration.ofNanos(Math.max(0, left));
  }

  /** Reports a response of the origin. */
  synchronized void succeeded() {
    state = State.CLOSED;
    failures = 0;
    rest = FIRST_REST;
  }

  /**
   * Reports that the origin did not respond, or with a status of 502 to 504.
   *
   * @param opens whether this breaker opens after enough failures
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

  /** Reports an outcome that says nothing about the origin. */
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
