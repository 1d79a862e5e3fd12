package dev.dragoman.runtime.execute;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * The end of one call, and what is said of a call that has no answer by then.
 *
 * @param end as {@link System#nanoTime} tells it
 */
record Deadline(Duration limit, long end, String method) {

  static Deadline in(Duration limit, String method) {
    return new Deadline(limit, System.nanoTime() + limit.toNanos(), method);
  }

  /** How long there is until the end; zero after it. */
  Duration left() {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }

  /** How long a stream may be listened to, so that what came of it is in time. */
  Duration patience() {
    Duration left = left();
    return left.minus(left.dividedBy(10));
  }

  /**
   * Lets time pass.
   *
   * @throws UpstreamException if the call is cancelled meanwhile
   */
  void pause(Duration time) {
    try {
      TimeUnit.NANOSECONDS.sleep(time.toNanos());
    } catch (InterruptedException cancelled) {
      throw cancelled();
    }
  }

  /** What is thrown in a thread that was interrupted. */
  UpstreamException cancelled() {
    Thread.currentThread().interrupt();
    return new UpstreamException(Fault.CANCELLED, "The call was cancelled." + effect());
  }

  /**
   * The answer, its body included.
   *
   * @throws UpstreamException if there is none in time
   */
  <T> T await(CompletableFuture<T> answer) {
    try {
      return answer.get(left().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      answer.cancel(true);
      throw late();
    } catch (InterruptedException cancelled) {
      answer.cancel(true);
      throw cancelled();
    } catch (ExecutionException failed) {
      throw failure(failed.getCause());
    }
  }

  private UpstreamException late() {
    return new UpstreamException(
        Fault.LATE,
        "The API gave no whole answer within "
            + (limit.toMillis() / 1000.0)
            + " seconds."
            + effect());
  }

  private UpstreamException failure(@Nullable Throwable cause) {
    for (@Nullable Throwable one = cause; one != null; one = one.getCause()) {
      if (one instanceof UpstreamException known) {
        return known;
      }
    }
    if (cause instanceof HttpConnectTimeoutException) {
      return late();
    } else if (cause instanceof ConnectException) {
      return new UpstreamException(
          Fault.UNREACHABLE,
          "No connection to the API: its host is unknown, or nothing listens there. Nothing was"
              + " sent. Whoever runs this MCP server can check the base URL and the network.");
    } else if (cause instanceof SSLException) {
      return new UpstreamException(
          Fault.INSECURE,
          "No secure connection to the API: its certificate or TLS version was not accepted. Nothing"
              + " was sent.");
    }
    String what =
        cause instanceof IOException ? "The connection to the API broke" : "The call broke";
    return new UpstreamException(
        Fault.BROKEN, what + " before the whole answer was there." + effect());
  }

  private String effect() {
    return switch (method) {
      case "GET", "HEAD", "OPTIONS", "QUERY" -> " Trying again is safe.";
      default -> " Whether the operation took effect is unknown: look before you try again.";
    };
  }
}
