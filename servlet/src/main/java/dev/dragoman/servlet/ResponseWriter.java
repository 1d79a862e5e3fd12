package dev.dragoman.servlet;

import dev.dragoman.runtime.server.http.HttpExchange.Completion;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Writes a response without blocking. Its lock protects the response from use by several threads
 * and from use after the end; the container and the receiver of a completion are called without it
 * where they may wait for another lock.
 */
final class ResponseWriter implements WriteListener {
  private final HttpServletResponse response;
  private final AsyncContext async;
  private final Runnable onEnd;
  private @Nullable ServletOutputStream output;
  private @Nullable Part pending;
  private boolean completed;
  private boolean ended;

  /** A part of the response that is being written. */
  private static final class Part {
    private final ByteBuffer bytes;
    private final boolean last;
    private final Completion completion;
    private boolean flushed;

    private Part(ByteBuffer bytes, boolean last, Completion completion) {
      this.bytes = bytes;
      this.last = last;
      this.completion = completion;
    }
  }

  ResponseWriter(HttpServletResponse response, AsyncContext async, Runnable onEnd) {
    this.response = response;
    this.async = async;
    this.onEnd = onEnd;
  }

  synchronized void status(int status) {
    if (!completed) {
      response.setStatus(status);
    }
  }

  synchronized void header(String name, String value) {
    if (!completed) {
      response.setHeader(name, value);
    }
  }

  /** Writes a part; the one before has been written. */
  void write(ByteBuffer bytes, boolean last, Completion completion) {
    Part part = new Part(bytes, last, completion);
    boolean lost;
    synchronized (this) {
      lost = completed;
      if (!lost) {
        pending = part;
      }
    }
    if (lost) {
      completion.failed(new IOException("the exchange has ended"));
    } else if (isStarted(part)) {
      drain();
    }
  }

  /** Starts writing with the first part; the container says when it can be written. */
  private boolean isStarted(Part part) {
    try {
      synchronized (this) {
        if (output != null) {
          return true;
        }
        if (part.last) {
          response.setContentLength(part.bytes.remaining());
        }
        output = response.getOutputStream();
        output.setWriteListener(this);
      }
    } catch (IOException | IllegalStateException e) {
      abort(e);
    }
    return false;
  }

  @Override
  public void onWritePossible() {
    drain();
  }

  @Override
  public void onError(Throwable cause) {
    abort(cause);
  }

  /** Writes what can be written, and says so if the part is done. */
  private void drain() {
    Part done;
    try {
      done = written();
    } catch (IOException | IllegalStateException e) {
      abort(e);
      return;
    }
    if (done != null) {
      if (done.last) {
        complete();
      }
      done.completion.succeeded();
    }
  }

  /** The pending part if it has been written; otherwise the container calls again. */
  private synchronized @Nullable Part written() throws IOException {
    Part part = pending;
    ServletOutputStream out = output;
    if (part == null || out == null || completed) {
      return null;
    }
    while (out.isReady()) {
      if (part.bytes.hasRemaining()) {
        byte[] bytes = new byte[part.bytes.remaining()];
        part.bytes.get(bytes);
        out.write(bytes);
      } else if (!part.last && !part.flushed) {
        part.flushed = true;
        out.flush();
      } else {
        pending = null;
        completed = part.last;
        return part;
      }
    }
    return null;
  }

  /** Ends the exchange, with status 500 if no response has been started. */
  void abort(Throwable cause) {
    Part lost;
    synchronized (this) {
      if (completed) {
        return;
      }
      completed = true;
      lost = pending;
      pending = null;
      if (output == null && !response.isCommitted()) {
        response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
      }
    }
    complete();
    if (lost != null) {
      lost.completion.failed(cause);
    }
  }

  private void complete() {
    try {
      async.complete();
    } catch (IllegalStateException alreadyEnded) {
      ended();
    }
  }

  /** The container has ended the exchange, and may use the response for another one. */
  void ended() {
    Part lost;
    synchronized (this) {
      if (ended) {
        return;
      }
      ended = true;
      completed = true;
      lost = pending;
      pending = null;
    }
    onEnd.run();
    if (lost != null) {
      lost.completion.failed(new IOException("the exchange has ended"));
    }
  }
}
