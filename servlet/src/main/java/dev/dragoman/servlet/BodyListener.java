package dev.dragoman.servlet;

import dev.dragoman.runtime.server.http.RequestBody;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.RejectedExecutionException;

/** Hands the request's body over as it arrives, without holding a thread in between. */
final class BodyListener implements ReadListener {
  private static final int BUFFER = 4 * 1024;

  private final ServletInputStream input;
  private final RequestBody body;
  private final Workers workers;

  BodyListener(ServletInputStream input, RequestBody body, Workers workers) {
    this.input = input;
    this.body = body;
    this.workers = workers;
  }

  @Override
  public void onDataAvailable() throws IOException {
    byte[] buffer = new byte[BUFFER];
    while (body.isOpen() && input.isReady()) {
      int count = input.read(buffer);
      if (count < 0) {
        return;
      }
      body.take(ByteBuffer.wrap(buffer, 0, count));
    }
  }

  /** The container's thread must not wait for a call. */
  @Override
  public void onAllDataRead() {
    try {
      workers.run(body::complete);
    } catch (RejectedExecutionException e) {
      body.overload();
    }
  }

  @Override
  public void onError(Throwable cause) {
    body.fail(cause);
  }
}
