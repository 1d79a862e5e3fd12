package dev.dragoman.runtime.execute.origin;

import dev.dragoman.runtime.execute.Deadline;
import dev.dragoman.runtime.execute.Fault;
import dev.dragoman.runtime.execute.UpstreamException;
import dev.dragoman.runtime.execute.breaker.Breakers;
import dev.dragoman.runtime.limit.Places;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * Admits requests to one origin: a limited number at a time, and none while its circuit breakers
 * are open.
 */
public final class OriginLimiter {
  /** The fraction of a call's deadline that may be spent waiting for a place: one tenth. */
  private static final int PART = 10;

  private final String origin;
  private final Places places;
  private final Breakers breakers = new Breakers(System::nanoTime);

  OriginLimiter(String origin, int maxConcurrent) {
    this.origin = origin;
    this.places = new Places(maxConcurrent);
  }

  Breakers breakers() {
    return breakers;
  }

  int inFlight() {
    return places.taken();
  }

  /**
   * Takes a place for one request; the returned pass must be closed.
   *
   * @throws UpstreamException if there is no place; nothing was sent in that case
   */
  public Pass enter(Deadline deadline, Breakers.Call call) {
    try {
      long patience = Math.min(deadline.limit().toNanos() / PART, deadline.left().toNanos());
      if (!places.tryTake(call.caller(), patience, TimeUnit.NANOSECONDS)) {
        throw new UpstreamException(
            Fault.HELD_BACK,
            "This server already makes as many concurrent calls to the API as it is allowed to, "
                + places.total()
                + " in total and "
                + places.most()
                + " per caller; nothing was sent. Try again in a moment.");
      }
    } catch (InterruptedException cancelled) {
      throw deadline.cancelled();
    }
    Optional<Breakers.Refusal> refusal = breakers.refusal(call);
    if (refusal.isPresent()) {
      places.release(call.caller());
      throw resting(refusal.get());
    }
    return new Pass(call);
  }

  private UpstreamException resting(Breakers.Refusal refusal) {
    return new UpstreamException(
        Fault.HELD_BACK,
        (refusal.whole() ? "The API at " : "This operation of the API at ")
            + origin
            + " has failed "
            + refusal.failures()
            + " times in a row, so calls to it are paused; nothing was sent. Try again in "
            + (refusal.rest().toSeconds() + 1)
            + " seconds.");
  }

  /** One request that has been admitted. */
  public final class Pass implements AutoCloseable {
    private static final int NONE = 0;

    private final Breakers.Call call;
    private boolean reported;
    private volatile int status = NONE;

    private Pass(Breakers.Call call) {
      this.call = call;
    }

    /**
     * Records that the head of a response arrived: even if reading its body fails, the origin
     * responds.
     */
    public void answered(int httpStatus) {
      status = httpStatus;
    }

    /** The status of the response; empty until its head has arrived. */
    public OptionalInt status() {
      return status == NONE ? OptionalInt.empty() : OptionalInt.of(status);
    }

    /** Records that the complete response arrived. */
    public void ended() {
      report(isSuccess(), false);
    }

    /** Records that there is no complete response. */
    public void failed(Fault fault) {
      switch (fault) {
        case UNREACHABLE, INSECURE -> report(isSuccess(), true);
        case BROKEN, LATE -> report(isSuccess(), false);
        case PROXY, CANCELLED, HELD_BACK, OTHER -> {
          if (status != NONE) {
            report(isSuccess(), false);
          }
        }
      }
    }

    private boolean isSuccess() {
      return status != NONE && (status < 502 || status > 504);
    }

    private void report(boolean success, boolean noConnection) {
      reported = true;
      if (success) {
        breakers.succeeded(call);
      } else {
        breakers.failed(call, noConnection);
      }
    }

    @Override
    public void close() {
      places.release(call.caller());
      if (!reported) {
        breakers.ignored(call);
      }
    }
  }
}
