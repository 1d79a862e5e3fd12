package dev.dragoman.runtime.transport.http;

import dev.dragoman.runtime.mcp.message.Reply;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * The response to one message: plain JSON if it is available soon, otherwise an event stream with
 * heartbeats until it is. If the client closes the stream, the thread that processes the message is
 * interrupted.
 */
final class Exchange {
  private static final byte[] SIGN_OF_LIFE = ":\n\n".getBytes(StandardCharsets.UTF_8);

  private final Response response;
  private final Callback callback;
  private final Scheduler scheduler;
  private final HttpOptions options;
  private final Runnable hangUp;
  private final Thread worker = Thread.currentThread();
  private final Deque<byte[]> waiting = new ArrayDeque<>();
  private boolean mayStream;
  private boolean streaming;
  private boolean writing;
  private boolean finished;
  private @Nullable Throwable lost;
  private byte @Nullable [] pending;
  private Scheduler.@Nullable Task next;
  private Scheduler.@Nullable Task patience;

  /**
   * Creates an exchange that is processed by the current thread.
   *
   * @param hangUp closes the connection
   */
  Exchange(
      Response response,
      Callback callback,
      Scheduler scheduler,
      HttpOptions options,
      Runnable hangUp) {
    this.response = response;
    this.callback = Callback.from(callback, this::sent);
    this.scheduler = scheduler;
    this.options = options;
    this.hangUp = hangUp;
  }

  /** Allows the response to become a stream if it takes long. */
  synchronized void allowStream() {
    mayStream = true;
    next = scheduler.schedule(this::beat, options.heartbeat());
  }

  synchronized boolean canStream() {
    return mayStream;
  }

  /** Sends a message before the response, which turns the response into a stream. */
  synchronized void send(byte[] message) {
    if (finished || lost != null || !mayStream) {
      return;
    }
    if (writing) {
      waiting.add(event(message));
    } else {
      write(event(message));
    }
  }

  private synchronized void beat() {
    if (!finished && !writing && lost == null) {
      write(SIGN_OF_LIFE);
    }
  }

  /** Writes a part of the stream and starts the stream with the first part. */
  private void write(byte[] part) {
    if (next != null) {
      next.cancel();
    }
    if (!streaming) {
      streaming = true;
      response.setStatus(HttpStatus.OK_200);
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream");
      response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
      response.getHeaders().put("X-Accel-Buffering", "no");
    }
    writing = true;
    response.write(false, ByteBuffer.wrap(part), Callback.from(this::written, this::fail));
  }

  private synchronized void written() {
    writing = false;
    if (!waiting.isEmpty()) {
      write(waiting.remove());
    } else if (pending != null) {
      response.write(true, ByteBuffer.wrap(pending), callback);
    } else if (!finished) {
      next = scheduler.schedule(this::beat, options.heartbeat());
    }
  }

  private synchronized void fail(Throwable cause) {
    writing = false;
    lost = cause;
    if (finished) {
      callback.failed(cause);
    } else {
      worker.interrupt();
    }
  }

  /** Adds a challenge to a response that has not been started. */
  synchronized void challenge(String value) {
    if (!streaming) {
      response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, value);
    }
  }

  /** Sends the response; called by the thread that processed the message. */
  synchronized void finish(Reply reply) {
    finished = true;
    if (next != null) {
      next.cancel();
    }
    // A client may read as slowly as it may write.
    patience = scheduler.schedule(hangUp, options.receiveTimeout());
    // An interrupt meant for this exchange must not reach the next one on this thread.
    Thread.interrupted();
    if (lost != null) {
      callback.failed(lost);
    } else if (!streaming) {
      sendWhole(reply);
    } else if (reply instanceof Reply.Answer answer) {
      sendEvent(answer);
    } else {
      response.write(true, ByteBuffer.allocate(0), callback);
    }
  }

  private synchronized void sent() {
    if (patience != null) {
      patience.cancel();
    }
  }

  /** Interrupts the processing if the response can no longer be sent. */
  synchronized void cancel() {
    if (!finished) {
      worker.interrupt();
    }
  }

  /** Aborts the exchange after an error for which there is no reply. */
  synchronized void abort(Throwable cause) {
    finished = true;
    Thread.interrupted();
    callback.failed(cause);
  }

  private void sendWhole(Reply reply) {
    if (reply instanceof Reply.Answer answer) {
      HttpResponses.json(response, callback, status(answer.outcome()), answer.bytes());
    } else {
      HttpResponses.empty(response, callback, HttpStatus.ACCEPTED_202);
    }
  }

  private void sendEvent(Reply.Answer answer) {
    byte[] event = event(answer.bytes());
    if (writing) {
      pending = event;
    } else {
      response.write(true, ByteBuffer.wrap(event), callback);
    }
  }

  private static byte[] event(byte[] message) {
    ByteArrayOutputStream event = new ByteArrayOutputStream();
    event.writeBytes("event: message\ndata: ".getBytes(StandardCharsets.UTF_8));
    event.writeBytes(message);
    event.writeBytes("\n\n".getBytes(StandardCharsets.UTF_8));
    return event.toByteArray();
  }

  private static int status(Reply.Outcome outcome) {
    return switch (outcome) {
      case UNDERSTOOD -> HttpStatus.OK_200;
      case MALFORMED -> HttpStatus.BAD_REQUEST_400;
      case UNKNOWN_METHOD, UNKNOWN_SESSION -> HttpStatus.NOT_FOUND_404;
      case INSUFFICIENT_SCOPE -> HttpStatus.FORBIDDEN_403;
    };
  }
}
