package dev.dragoman.runtime.execute;

import dev.dragoman.runtime.execute.client.ExchangeException;
import dev.dragoman.runtime.execute.client.HeadLimits;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The end of one call, and what is said of a call that has no response by then. Whether the call
 * took effect is added by whoever knows what it is: {@link Effect}.
 *
 * @param end as {@link System#nanoTime} tells it
 */
public record Deadline(Duration limit, long end) {

  public static Deadline in(Duration limit) {
    return new Deadline(limit, System.nanoTime() + limit.toNanos());
  }

  /** How long there is until the end; zero after it. */
  public Duration left() {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }

  /** How long a stream may be listened to, so that what came of it is in time. */
  public Duration patience() {
    Duration left = left();
    return left.minus(left.dividedBy(10));
  }

  /**
   * Lets time pass.
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

  /** What is thrown in a thread that was interrupted. */
  public UpstreamException cancelled() {
    Thread.currentThread().interrupt();
    return new UpstreamException(Fault.CANCELLED, "The call was cancelled.");
  }

  /** When a stream is cut, as {@link System#nanoTime} has it; see {@link #patience}. */
  public long cut() {
    return System.nanoTime() + patience().toNanos();
  }

  /** What is said of an exchange that failed. */
  public UpstreamException failure(ExchangeException failed) {
    return switch (failed.kind()) {
      case UNREACHABLE -> unreachable();
      case INSECURE ->
          new UpstreamException(
              Fault.INSECURE,
              "No secure connection to the API: its certificate or TLS version was not accepted."
                  + " Nothing was sent.");
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
              Fault.BROKEN, "The connection to the API broke before the whole answer was there.");
    };
  }

  private UpstreamException late() {
    return new UpstreamException(
        Fault.LATE, "The API gave no whole answer within " + seconds() + " seconds.");
  }

  private UpstreamException notConnected() {
    return new UpstreamException(
        Fault.UNREACHABLE,
        "No connection to the API came about within " + seconds() + " seconds. Nothing was sent.");
  }

  private static UpstreamException unreachable() {
    return new UpstreamException(
        Fault.UNREACHABLE,
        "No connection to the API: its host is unknown, or nothing listens there. Nothing was"
            + " sent. Whoever runs this MCP server can check the base URL and the network.");
  }

  private double seconds() {
    return limit.toMillis() / 1000.0;
  }
}
