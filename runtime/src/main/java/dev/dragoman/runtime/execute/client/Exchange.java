package dev.dragoman.runtime.execute.client;

import dev.dragoman.runtime.execute.client.ExchangeException.Kind;
import dev.dragoman.runtime.execute.client.tls.TlsFailure;
import java.nio.channels.ClosedByInterruptException;
import java.util.function.IntConsumer;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/**
 * The state of one exchange. The calling thread works on it; {@link AbortTimer} stops it by closing
 * its connection, which ends any blocking read or write of the calling thread.
 */
final class Exchange {
  private final long end;
  private final IntConsumer status;
  private final Route route;
  private final boolean identified;
  private volatile long stopAt;
  private volatile boolean stopped;
  private boolean sent;
  private @Nullable ResponseBody body;
  private boolean securing;
  private @Nullable ConnectionEndpoint endpoint;

  /**
   * Creates an exchange.
   *
   * @param end when it is stopped at the latest, as a value of {@link System#nanoTime}
   * @param status receives the status as soon as it is known
   * @param route the way to the server
   * @param identified whether the server gets a client certificate if it requests one
   */
  Exchange(long end, IntConsumer status, Route route, boolean identified) {
    this.route = route;
    this.identified = identified;
    this.end = end;
    this.stopAt = end;
    this.status = status;
  }

  /** The remaining time in nanoseconds; zero or less after the end. */
  long left() {
    return end - System.nanoTime();
  }

  /** Stops the exchange before its end. */
  void stopAt(long nanoTime) {
    stopAt = nanoTime;
  }

  boolean isDue(long nanoTime) {
    return stopAt - nanoTime <= 0;
  }

  boolean isStopped() {
    return stopped;
  }

  /** The connection that {@link #stop} closes. */
  synchronized void holds(ConnectionEndpoint leased) {
    endpoint = leased;
    if (stopped) {
      leased.close(CloseMode.IMMEDIATE);
    }
  }

  /** The way to the server. */
  Route route() {
    return route;
  }

  /** Whether the server gets a client certificate if it requests one. */
  boolean isIdentified() {
    return identified;
  }

  /** Whether a TLS handshake is in progress. */
  void securing(boolean handshake) {
    securing = handshake;
  }

  /** Releases the connection, which {@link #stop} then no longer closes. */
  synchronized void letsGo() {
    endpoint = null;
  }

  synchronized void stop() {
    stopped = true;
    if (endpoint != null) {
      endpoint.close(CloseMode.IMMEDIATE);
    }
  }

  /** Records that the server may have seen the request from here on. */
  void sending() {
    sent = true;
  }

  /** Records the body that is read. */
  void reads(ResponseBody response) {
    body = response;
  }

  /** Whether the complete body was read. */
  boolean isRead() {
    return body != null && body.isAtEnd();
  }

  void answered(int httpStatus) {
    status.accept(httpStatus);
  }

  /** The exception for a failure of the connection, depending on how far the exchange came. */
  ExchangeException failure(Exception cause) {
    if (cause instanceof ExchangeException known) {
      return known;
    } else if (cause instanceof ProxyRefusal refusal) {
      // Whatever was sent has not reached the API.
      Kind kind = refusal.isPassing() ? Kind.UNREACHABLE : Kind.PROXY;
      return new ExchangeException(kind, false, refusal.reason(), cause);
    }
    Kind kind = kind(cause);
    return new ExchangeException(kind, sent, reason(kind, cause), cause);
  }

  private String reason(Kind kind, Exception cause) {
    if (kind == Kind.INSECURE || (kind == Kind.UNREACHABLE && securing)) {
      return TlsFailure.explain(cause, identified);
    } else if (kind == Kind.BROKEN && cause instanceof HttpException) {
      return "The API's response was cut off or is not valid HTTP.";
    }
    return kind != Kind.UNREACHABLE
        ? ""
        : route
            .proxy()
            .map(
                proxy ->
                    "The proxy of "
                        + proxy.source()
                        + " cannot be reached, or ended the connection. The operator of this server"
                        + " can check the proxy.")
            .orElse("");
  }

  private Kind kind(Exception cause) {
    if (stopped) {
      return Kind.LATE;
    } else if (isInterrupt(cause)) {
      return Kind.CANCELLED;
    } else if (cause instanceof MessageConstraintException) {
      return Kind.HEAD_TOO_LARGE;
    } else if (sent) {
      return cause instanceof SSLHandshakeException ? Kind.INSECURE : Kind.BROKEN;
    }
    return cause instanceof SSLException ? Kind.INSECURE : Kind.UNREACHABLE;
  }

  private static boolean isInterrupt(Exception cause) {
    return cause instanceof InterruptedException
        || cause instanceof ClosedByInterruptException
        || Thread.currentThread().isInterrupted();
  }
}
