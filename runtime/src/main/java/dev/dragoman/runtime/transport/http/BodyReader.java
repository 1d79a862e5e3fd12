package dev.dragoman.runtime.transport.http;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/** Collects the body of a request as it arrives, without blocking a thread. */
final class BodyReader implements Runnable {
  private final Request request;
  private final int maxBytes;
  private final ByteBudget.Share share;
  private final BodyBlocks blocks;
  private final Consumer<byte[]> whole;
  private final IntConsumer refused;
  private final AtomicBoolean over = new AtomicBoolean();
  private Scheduler.@Nullable Task deadline;

  /**
   * Creates a reader for one body.
   *
   * @param share the share to which the body's memory is charged until {@code whole} returns;
   *     closed by the reader
   * @param whole accepts the body; blocks while it is processed
   * @param refused accepts the status of the response if the body is incomplete
   */
  BodyReader(
      Request request,
      int maxBytes,
      ByteBudget.Share share,
      Consumer<byte[]> whole,
      IntConsumer refused) {
    this.request = request;
    this.maxBytes = maxBytes;
    this.share = share;
    long declared = request.getLength();
    this.blocks =
        new BodyBlocks(declared < 0 ? maxBytes : (int) Math.min(declared, maxBytes), share);
    this.whole = whole;
    this.refused = refused;
  }

  /** Starts reading; the body must arrive within this time. */
  void start(Duration timeout) {
    if (request.getLength() > maxBytes) {
      refuse(HttpStatus.PAYLOAD_TOO_LARGE_413);
      return;
    }
    // A call may run longer than a connection may be idle.
    request.addIdleTimeoutListener(idle -> !over.get());
    deadline = request.getComponents().getScheduler().schedule(this::giveUp, timeout);
    run();
  }

  /** Reads what is available. */
  @Override
  public void run() {
    while (!over.get()) {
      Content.Chunk chunk = request.read();
      if (chunk == null) {
        request.demand(this);
        return;
      }
      if (Content.Chunk.isFailure(chunk)) {
        refuse(statusOf(chunk.getFailure()));
      } else {
        take(chunk);
      }
    }
  }

  /**
   * A body that ends early or has invalid framing is the client's error (RFC 9112, section 8);
   * after a timeout a client may repeat the request (RFC 9110, section 15.5.9).
   */
  private static int statusOf(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof TimeoutException) {
        return HttpStatus.REQUEST_TIMEOUT_408;
      }
    }
    return HttpStatus.BAD_REQUEST_400;
  }

  private void take(Content.Chunk chunk) {
    int problem;
    try {
      problem = append(chunk.getByteBuffer());
    } finally {
      chunk.release();
    }
    if (problem != 0) {
      refuse(problem);
    } else if (chunk.isLast()) {
      finish();
    }
  }

  /** Appends bytes; returns the status of the refusal if there are too many, otherwise 0. */
  private int append(ByteBuffer bytes) {
    if (bytes.remaining() > maxBytes - blocks.size()) {
      return HttpStatus.PAYLOAD_TOO_LARGE_413;
    }
    if (!blocks.append(bytes)) {
      return HttpStatus.SERVICE_UNAVAILABLE_503;
    }
    return 0;
  }

  private void finish() {
    if (end()) {
      try {
        whole.accept(blocks.remove());
      } finally {
        share.close();
      }
    }
  }

  private void giveUp() {
    request.fail(new TimeoutException("the body did not arrive in time"));
    refuse(HttpStatus.REQUEST_TIMEOUT_408);
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
    if (deadline != null) {
      deadline.cancel();
    }
    return true;
  }
}
