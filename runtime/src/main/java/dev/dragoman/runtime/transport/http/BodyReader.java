package dev.dragoman.runtime.transport.http;

import dev.dragoman.runtime.server.http.HttpExchange;
import dev.dragoman.runtime.server.http.RequestBody;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Collects the body of a request as it arrives. */
final class BodyReader implements RequestBody {
  private final HttpExchange exchange;
  private final int maxBytes;
  private final ByteBudget.Share share;
  private final BodyBlocks blocks;
  private final Consumer<byte[]> whole;
  private final IntConsumer refused;
  private final AtomicBoolean over = new AtomicBoolean();
  private HttpExchange.@Nullable Timer deadline;

  /**
   * Creates a reader for one body.
   *
   * @param share the share to which the body's memory is charged until {@code whole} returns;
   *     closed by the reader
   * @param whole accepts the body; blocks while it is processed
   * @param refused accepts the status of the response if the body is incomplete
   */
  BodyReader(
      HttpExchange exchange,
      int maxBytes,
      ByteBudget.Share share,
      Consumer<byte[]> whole,
      IntConsumer refused) {
    this.exchange = exchange;
    this.maxBytes = maxBytes;
    this.share = share;
    long declared = exchange.length();
    this.blocks =
        new BodyBlocks(declared < 0 ? maxBytes : (int) Math.min(declared, maxBytes), share);
    this.whole = whole;
    this.refused = refused;
  }

  /** Starts reading; the body must arrive within this time. */
  void start(Duration timeout) {
    if (exchange.length() > maxBytes) {
      refuse(Status.PAYLOAD_TOO_LARGE);
      return;
    }
    exchange.receive(this);
    if (isOpen()) {
      await(timeout);
    }
  }

  /** Most bodies have arrived with their head and need no timer. */
  private synchronized void await(Duration timeout) {
    deadline = exchange.schedule(this::giveUp, timeout);
    if (!isOpen()) {
      deadline.cancel();
    }
  }

  @Override
  public boolean isOpen() {
    return !over.get();
  }

  @Override
  public void fail(Throwable cause) {
    refuse(statusOf(cause));
  }

  @Override
  public void overload() {
    refuse(Status.SERVICE_UNAVAILABLE);
  }

  /**
   * A body that ends early or has invalid framing is the client's error (RFC 9112, section 8);
   * after a timeout a client may repeat the request (RFC 9110, section 15.5.9).
   */
  private static int statusOf(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof TimeoutException || cause instanceof SocketTimeoutException) {
        return Status.REQUEST_TIMEOUT;
      }
    }
    return Status.BAD_REQUEST;
  }

  @Override
  public void take(ByteBuffer bytes) {
    if (bytes.remaining() > maxBytes - blocks.size()) {
      refuse(Status.PAYLOAD_TOO_LARGE);
    } else if (!blocks.append(bytes)) {
      refuse(Status.SERVICE_UNAVAILABLE);
    }
  }

  @Override
  public void complete() {
    if (end()) {
      try {
        whole.accept(blocks.remove());
      } finally {
        share.close();
      }
    }
  }

  private void giveUp() {
    if (!isOpen()) {
      return;
    }
    exchange.stopReceiving(new TimeoutException("the body did not arrive in time"));
    refuse(Status.REQUEST_TIMEOUT);
  }

  private void refuse(int status) {
    if (end()) {
      // The request remains open until the client has read the refusal.
      blocks.discard();
      share.close();
      refused.accept(status);
    }
  }

  /** Whether this is the first completion: the body, a refusal and the deadline may race. */
  private boolean end() {
    if (!over.compareAndSet(false, true)) {
      return false;
    }
    cancelDeadline();
    return true;
  }

  private synchronized void cancelDeadline() {
    if (deadline != null) {
      deadline.cancel();
    }
  }
}
