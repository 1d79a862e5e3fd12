package dev.dragoman.runtime.transport.http;

import dev.dragoman.runtime.mcp.message.Reply;
import dev.dragoman.runtime.server.http.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The response to one message: plain JSON if it is available soon, otherwise an event stream with
 * heartbeats until it is. If the client closes the stream, the thread that processes the message is
 * interrupted.
 */
final class CallResponse implements HttpExchange.Completion {
  private static final byte[] SIGN_OF_LIFE = ":\n\n".getBytes(StandardCharsets.UTF_8);

  private final HttpExchange http;
  private final HttpOptions options;
  private final Thread worker = Thread.currentThread();
  private final Deque<byte[]> waiting = new ArrayDeque<>();
  private boolean mayStream;
  private boolean streaming;
  private boolean writing;
  private boolean finished;
  private boolean sent;
  private @Nullable Throwable lost;
  private byte @Nullable [] pending;
  private HttpExchange.@Nullable Timer next;
  private HttpExchange.@Nullable Timer patience;

  /** Creates a response that is produced by the current thread. */
  CallResponse(HttpExchange http, HttpOptions options) {
    this.http = http;
    this.options = options;
  }

  /** Allows the response to become a stream if it takes long. */
  synchronized void allowStream() {
    mayStream = true;
    next = http.schedule(this::beat, options.heartbeat());
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
      http.status(Status.OK);
      http.header("Content-Type", "text/event-stream");
      http.header("Cache-Control", "no-store");
      http.header("X-Accel-Buffering", "no");
    }
    writing = true;
    http.write(ByteBuffer.wrap(part), this);
  }

  @Override
  public synchronized void succeeded() {
    writing = false;
    if (!waiting.isEmpty()) {
      write(waiting.remove());
    } else if (pending != null) {
      http.end(ByteBuffer.wrap(pending), this::sent);
    } else if (!finished) {
      next = http.schedule(this::beat, options.heartbeat());
    }
  }

  @Override
  public synchronized void failed(Throwable cause) {
    writing = false;
    lost = cause;
    if (finished) {
      http.abort(cause);
    } else {
      worker.interrupt();
    }
  }

  /** Adds a challenge to a response that has not been started. */
  synchronized void challenge(String value) {
    if (!streaming) {
      http.header("WWW-Authenticate", value);
    }
  }

  /** Adds the time after which a call that was not admitted may be tried again, in seconds. */
  synchronized void retryAfter(long seconds) {
    if (!streaming) {
      http.header("Retry-After", Long.toString(seconds));
    }
  }

  /** Sends the response; called by the thread that processed the message. */
  synchronized void finish(Reply reply) {
    finishing();
    if (lost != null) {
      http.abort(lost);
    } else if (!streaming) {
      sendWhole(reply);
    } else if (reply instanceof Reply.Answer answer) {
      sendEvent(answer);
    } else {
      http.end(ByteBuffer.allocate(0), this::sent);
    }
    hangUpLate();
  }

  /** Sends a response that was never allowed to become a stream. */
  synchronized void finish(int status, String mediaType, byte[] body) {
    finishing();
    HttpResponses.send(http, status, mediaType, body, this::sent);
    hangUpLate();
  }

  private void finishing() {
    finished = true;
    if (next != null) {
      next.cancel();
    }
    // An interrupt meant for this exchange must not reach the next one on this thread.
    Thread.interrupted();
  }

  /** A client may read as slowly as it may write; most responses are sent at once. */
  private void hangUpLate() {
    if (!sent) {
      patience = http.schedule(http::hangUp, options.receiveTimeout());
    }
  }

  private synchronized void sent() {
    sent = true;
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
    http.abort(cause);
  }

  private void sendWhole(Reply reply) {
    if (reply instanceof Reply.Answer answer) {
      HttpResponses.json(http, status(answer.outcome()), answer.bytes(), this::sent);
    } else {
      HttpResponses.empty(http, Status.ACCEPTED, this::sent);
    }
  }

  private void sendEvent(Reply.Answer answer) {
    byte[] event = event(answer.bytes());
    if (writing) {
      pending = event;
    } else {
      http.end(ByteBuffer.wrap(event), this::sent);
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
      case UNDERSTOOD -> Status.OK;
      case MALFORMED -> Status.BAD_REQUEST;
      case UNKNOWN_METHOD, UNKNOWN_SESSION -> Status.NOT_FOUND;
      case INSUFFICIENT_SCOPE -> Status.FORBIDDEN;
    };
  }
}
