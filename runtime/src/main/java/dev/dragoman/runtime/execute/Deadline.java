package dev.dragoman.runtime.execute;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

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

  /**
   * The answer, its body included.
   *
   * @throws UpstreamException if there is none in time
   */
  public <T> T await(CompletableFuture<T> answer) {
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
        "The API gave no whole answer within " + (limit.toMillis() / 1000.0) + " seconds.");
  }

  /** The client wraps what it met, a refused connection as "Too many retries" for example. */
  private UpstreamException failure(@Nullable Throwable cause) {
    for (@Nullable Throwable one = cause; one != null; one = one.getCause()) {
      Optional<UpstreamException> known = known(one);
      if (known.isPresent()) {
        return known.get();
      }
    }
    String what =
        cause instanceof IOException ? "The connection to the API broke" : "The call broke";
    return new UpstreamException(Fault.BROKEN, what + " before the whole answer was there.");
  }

  private Optional<UpstreamException> known(Throwable cause) {
    if (cause instanceof UpstreamException own) {
      return Optional.of(own);
    } else if (cause instanceof HttpConnectTimeoutException) {
      String time = limit.toMillis() / 1000.0 + " seconds";
      return Optional.of(
          new UpstreamException(
              Fault.UNREACHABLE,
              "No connection to the API came about within " + time + ". Nothing was sent."));
    } else if (cause instanceof ConnectException) {
      return Optional.of(
          new UpstreamException(
              Fault.UNREACHABLE,
              "No connection to the API: its host is unknown, or nothing listens there. Nothing was"
                  + " sent. Whoever runs this MCP server can check the base URL and the network."));
    }
    boolean refused =
        cause instanceof SSLHandshakeException || cause instanceof SSLPeerUnverifiedException;
    return refused
        ? Optional.of(
            new UpstreamException(
                Fault.INSECURE,
                "No secure connection to the API: its certificate or TLS version was not accepted."
                    + " Nothing was sent."))
        : Optional.empty();
  }
}
