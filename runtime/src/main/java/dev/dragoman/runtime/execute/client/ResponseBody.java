package dev.dragoman.runtime.execute.client;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/**
 * The content of a response while it arrives. A failure of the connection is an {@link
 * ExchangeException}, repeated by every further read. Closing this stream does nothing: {@link
 * UpstreamClient} closes the connection.
 */
public final class ResponseBody extends InputStream {
  private final Exchange exchange;
  private final @Nullable InputStream content;
  private final long declaredLength;
  private @Nullable ExchangeException failure;
  private boolean limited;
  private boolean cut;
  private boolean ended;

  ResponseBody(Exchange exchange, @Nullable HttpEntity entity) throws IOException {
    this.exchange = exchange;
    this.content = entity == null ? null : entity.getContent();
    this.declaredLength = entity == null ? 0 : entity.getContentLength();
  }

  /** The length that the response declares; negative if it does not. */
  public long declaredLength() {
    return declaredLength;
  }

  /** Treats the body as ended at a time, a value of {@link System#nanoTime}; see {@link #isCut}. */
  public void cutAt(long nanoTime) {
    limited = true;
    exchange.stopAt(nanoTime);
  }

  /** Whether the body was ended early because of {@link #cutAt}. */
  public boolean isCut() {
    return cut;
  }

  /** Whether the complete body was read. */
  boolean isAtEnd() {
    return ended;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (failure != null) {
      throw failure;
    }
    if (ended || cut) {
      return -1;
    }
    try {
      int count = content == null ? -1 : content.read(target, offset, length);
      ended = count < 0;
      return count;
    } catch (IOException failed) {
      if (limited && exchange.isStopped()) {
        cut = true;
        return -1;
      }
      failure = exchange.failure(failed);
      throw failure;
    }
  }

  /**
   * Returns 1 until the end was read: decoders use it to find out whether another member follows.
   */
  @Override
  public int available() {
    return ended || cut || failure != null ? 0 : 1;
  }
}
