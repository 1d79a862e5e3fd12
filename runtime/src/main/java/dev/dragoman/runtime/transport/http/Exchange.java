package dev.dragoman.runtime.transport.http;

import dev.dragoman.runtime.mcp.Reply;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one message: plain JSON when it is there soon, else an event stream that shows
 * signs of life until it is. When the client closes the stream, the thread that works for it is
 * interrupted.
 */
final class Exchange {
  private static final byte[] SIGN_OF_LIFE = ":\n\n".getBytes(StandardCharsets.UTF_8);

  private final Response response;
  private final Callback callback;
  private final Scheduler scheduler;
  private final Duration heartbeat;
  private final Thread worker = Thread.currentThread();
  private boolean streaming;
  private boolean writing;
  private boolean finished;
  private @Nullable Throwable lost;
  private byte @Nullable [] pending;
  private Scheduler.@Nullable Task next;

  /** An exchange for which the current thread works. */
  Exchange(Response response, Callback callback, Scheduler scheduler, Duration heartbeat) {
    this.response = response;
    this.callback = callback;
    this.scheduler = scheduler;
    this.heartbeat = heartbeat;
  }

  /** Lets the answer become a stream when it takes long. */
  synchronized void allowStream() {
    next = scheduler.schedule(this::beat, heartbeat);
  }

  private synchronized void beat() {
    if (finished) {
      return;
    }
    if (!streaming) {
      streaming = true;
      response.setStatus(HttpStatus.OK_200);
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream");
      response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
      response.getHeaders().put("X-Accel-Buffering", "no");
    }
    writing = true;
    response.write(false, ByteBuffer.wrap(SIGN_OF_LIFE), Callback.from(this::written, this::fail));
  }

  private synchronized void written() {
    writing = false;
    if (pending != null) {
      response.write(true, ByteBuffer.wrap(pending), callback);
    } else if (!finished) {
      next = scheduler.schedule(this::beat, heartbeat);
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

  /** Adds a challenge to an answer that has not begun. */
  synchronized void challenge(String value) {
    if (!streaming) {
      response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, value);
    }
  }

  /** Sends the answer; from the thread that worked for it. */
  synchronized void finish(Reply reply) {
    finished = true;
    if (next != null) {
      next.cancel();
    }
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

  /** Interrupts the work for an answer that can no longer be sent. */
  synchronized void cancel() {
    if (!finished) {
      worker.interrupt();
    }
  }

  /** Gives the exchange up after an error no reply was made for. */
  synchronized void abort(Throwable cause) {
    finished = true;
    Thread.interrupted();
    callback.failed(cause);
  }

  private void sendWhole(Reply reply) {
    if (reply instanceof Reply.Answer answer) {
      Answers.json(response, callback, status(answer.outcome()), answer.bytes());
    } else {
      Answers.empty(response, callback, HttpStatus.ACCEPTED_202);
    }
  }

  private void sendEvent(Reply.Answer answer) {
    ByteArrayOutputStream event = new ByteArrayOutputStream();
    event.writeBytes("event: message\ndata: ".getBytes(StandardCharsets.UTF_8));
    event.writeBytes(answer.bytes());
    event.writeBytes("\n\n".getBytes(StandardCharsets.UTF_8));
    if (writing) {
      pending = event.toByteArray();
    } else {
      response.write(true, ByteBuffer.wrap(event.toByteArray()), callback);
    }
  }

  private static int status(Reply.Outcome outcome) {
    return switch (outcome) {
      case UNDERSTOOD -> HttpStatus.OK_200;
      case MALFORMED -> HttpStatus.BAD_REQUEST_400;
      case UNKNOWN_METHOD -> HttpStatus.NOT_FOUND_404;
      case INSUFFICIENT_SCOPE -> HttpStatus.FORBIDDEN_403;
    };
  }
}
