package dev.dragoman.runtime.execute;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * What every request to one origin passes: so many at a time, and none while it does not answer.
 */
final class OriginGate {
  /** The part of a call's time that may go into waiting for a place. */
  private static final int PART = 10;

  private final String origin;
  private final int maxConcurrent;
  private final Semaphore places;
  private final CircuitBreaker breaker = new CircuitBreaker(System::nanoTime);

  OriginGate(String origin, int maxConcurrent) {
    this.origin = origin;
    this.maxConcurrent = maxConcurrent;
    this.places = new Semaphore(maxConcurrent, true);
  }

  CircuitBreaker breaker() {
    return breaker;
  }

  int inFlight() {
    return maxConcurrent - places.availablePermits();
  }

  /**
   * A place for one request.
   *
   * @throws UpstreamException if there is none; nothing was sent then
   */
  Pass enter(Deadline deadline) {
    try {
      long patience = Math.min(deadline.limit().toNanos() / PART, deadline.left().toNanos());
      if (!places.tryAcquire(patience, TimeUnit.NANOSECONDS)) {
        throw new UpstreamException(
            Fault.HELD_BACK,
            "This server has "
                + maxConcurrent
                + " calls of the API under way and takes no more at present; nothing was sent. Try"
                + " again in a moment.");
      }
    } catch (InterruptedException cancelled) {
      throw deadline.cancelled();
    }
    if (!breaker.admits()) {
      places.release();
      throw resting();
    }
    return new Pass();
  }

  private UpstreamException resting() {
    return new UpstreamException(
        Fault.HELD_BACK,
        "The API at "
            + origin
            + " has failed "
            + breaker.failures()
            + " times in a row and is left alone for now; nothing was sent. Try again in "
            + (breaker.rest().toSeconds() + 1)
            + " seconds.");
  }

  /** One request on its way. */
  final class Pass implements AutoCloseable {
    private boolean reported;
    private volatile boolean answered;

    /** The head of an answer came: whatever becomes of its body, the origin is there. */
    void answered() {
      answered = true;
    }

    /** The whole answer came. */
    void ended(int status) {
      report(status < 502 || status > 504);
    }

    /** There is none. */
    void failed(Fault fault) {
      switch (fault) {
        case UNREACHABLE, INSECURE, BROKEN, LATE -> report(answered);
        case CANCELLED, HELD_BACK, OTHER -> {
          if (answered) {
            report(true);
          }
        }
      }
    }

    private void report(boolean success) {
      reported = true;
      if (success) {
        breaker.succeeded();
      } else {
        breaker.failed();
      }
    }

    @Override
    public void close() {
      places.release();
      if (!reported) {
        breaker.ignored();
      }
    }
  }
}
