package dev.dragoman.runtime.execute;

import dev.dragoman.runtime.execute.client.ExchangeException;
import dev.dragoman.runtime.execute.client.HeadLimits;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The deadline of one call, and the errors for a call without a response by then. Whether the call
 * took effect is added by callers that know the operation: {@link Effect}.
 *
 * @param end the end as a value of {@link System#nanoTime}
 */
public record Deadline(Duration limit, long end) {

  public static Deadline in(Duration limit) {
    return new Deadline(limit, System.nanoTime() + limit.toNanos());
  }

  /** The remaining time; zero after the end. */
  public Duration left() {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }

  /** How long to read a stream so that its beginning can be returned in time. */
  public Duration patience() {
    Duration left = left();
    return left.minus(left.dividedBy(10));
  }

  /**
   * Waits.
   *
   * @throws UpstreamException if the call is cancelled meanwhile
   */
  public void pause(Duration time) {
    try {
      TimeUnit.NANOSECONDS.sleep(time.toNanos());
    } catch (InterruptedException cancelled) {
      throw cancelled();
    }
  }

  /** The exception for an interrupted thread. */
  public UpstreamException cancelled() {
    Thread.currentThread().interrupt();
    return new UpstreamException(Fault.CANCELLED, "The call was cancelled.");
  }

  /** When to cut a stream, as a value of {@link System#nanoTime}; see {@link #patience}. */
  public long cut() {
    return System.nanoTime() + patience().toNanos();
  }

  /** The exception for a failed exchange. */
  public UpstreamException failure(ExchangeException failed) {
    return switch (failed.kind()) {
      case UNREACHABLE -> unreachable(failed.reason());
      case PROXY ->
          new UpstreamException(Fault.PROXY, failed.reason() + " Nothing was sent to the API.");
      case INSECURE ->
          new UpstreamException(
              Fault.INSECURE,
              "Cannot connect securely to the API: "
                  + failed.reason()
                  + (failed.isSent() ? " The request was not processed." : " Nothing was sent."));
      case LATE -> failed.isSent() ? late() : notConnected();
      case CANCELLED -> cancelled();
      case HEAD_TOO_LARGE ->
          new UpstreamException(
              Fault.BROKEN,
              "The head of the API's response is larger than "
                  + HeadLimits.MAX_BYTES
                  + " bytes or has more than "
                  + HeadLimits.MAX_HEADERS
                  + " headers; its connection was closed.");
      case BROKEN ->
          new UpstreamException(
              Fault.BROKEN,
              failed.reason().isEmpty()
                  ? "The connection to the API was lost before the response was complete."
                  : failed.reason());
    };
  }

  private UpstreamException late() {
    return new UpstreamException(
        Fault.LATE, "The API did not return a complete response within " + seconds() + " seconds.");
  }

  private UpstreamException notConnected() {
    return new UpstreamException(
        Fault.UNREACHABLE,
        "Could not connect to the API within " + seconds() + " seconds. Nothing was sent.");
  }

  private static UpstreamException unreachable(String reason) {
    return new UpstreamException(
        Fault.UNREACHABLE,
        reason.isEmpty()
            ? "Cannot connect to the API: its host is unknown, or nothing listens there. Nothing was"
                + " sent. The operator of this server can check the base URL and the network."
            : "Cannot connect to the API: " + reason + " Nothing was sent.");
  }

  private double seconds() {
    return limit.toMillis() / 1000.0;
  }
}
