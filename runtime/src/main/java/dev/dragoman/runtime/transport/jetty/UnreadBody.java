package dev.dragoman.runtime.transport.jetty;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Completes an exchange once the client has sent the rest of a body that nobody reads: closing the
 * connection while data arrives resets it, and the client may lose the response (RFC 9112, section
 * 9.6). Waits and discards within bounds; beyond them, the connection is closed.
 */
final class UnreadBody extends Callback.Nested {
  private static final long MAX_SECONDS = 5;
  private static final long MAX_BYTES = 64L * 1024 * 1024;

  private final Request request;
  private long rest = MAX_BYTES;
  private Scheduler.@Nullable Task deadline;

  /**
   * Creates a callback for the end of a response.
   *
   * @param callback completes the exchange
   */
  UnreadBody(Request request, Callback callback) {
    super(callback);
    this.request = request;
  }

  @Override
  public void succeeded() {
    while (rest > 0) {
      Content.Chunk chunk = request.read();
      if (chunk == null) {
        await();
        return;
      }
      if (Content.Chunk.isFailure(chunk)) {
        break;
      }
      rest -= chunk.remaining();
      chunk.release();
      if (chunk.isLast()) {
        break;
      }
    }
    if (deadline != null) {
      deadline.cancel();
    }
    super.succeeded();
  }

  private void await() {
    if (deadline == null) {
      Scheduler scheduler = request.getComponents().getScheduler();
      deadline =
          scheduler.schedule(
              () -> request.fail(new TimeoutException("the rest of the body did not arrive")),
              MAX_SECONDS,
              TimeUnit.SECONDS);
    }
    request.demand(this::succeeded);
  }
}
