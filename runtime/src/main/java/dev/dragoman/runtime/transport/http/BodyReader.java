package dev.dragoman.runtime.transport.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** Collects the body of a request as it comes, holding no thread meanwhile. */
final class BodyReader implements Runnable {
  private final Request request;
  private final int maxBytes;
  private final Consumer<byte[]> whole;
  private final IntConsumer refused;
  private final ByteArrayOutputStream collected = new ByteArrayOutputStream();

  /**
   * A reader; {@link #run} starts it.
   *
   * @param whole takes the body
   * @param refused takes the status to answer with when there is no whole body
   */
  BodyReader(Request request, int maxBytes, Consumer<byte[]> whole, IntConsumer refused) {
    this.request = request;
    this.maxBytes = maxBytes;
    this.whole = whole;
    this.refused = refused;
  }

  @Override
  public void run() {
    if (request.getLength() > maxBytes) {
      refused.accept(HttpStatus.PAYLOAD_TOO_LARGE_413);
      return;
    }
    while (true) {
      Content.Chunk chunk = request.read();
      if (chunk == null) {
        request.demand(this);
        return;
      }
      if (Content.Chunk.isFailure(chunk)) {
        refused.accept(HttpStatus.REQUEST_TIMEOUT_408);
        return;
      }
      boolean last = chunk.isLast();
      boolean fits = take(chunk);
      if (!fits) {
        refused.accept(HttpStatus.PAYLOAD_TOO_LARGE_413);
        return;
      }
      if (last) {
        whole.accept(collected.toByteArray());
        return;
      }
    }
  }

  private boolean take(Content.Chunk chunk) {
    try {
      ByteBuffer bytes = chunk.getByteBuffer();
      if (bytes.remaining() > maxBytes - collected.size()) {
        return false;
      }
      byte[] copy = new byte[bytes.remaining()];
      bytes.get(copy);
      collected.writeBytes(copy);
      return true;
    } finally {
      chunk.release();
    }
  }
}
