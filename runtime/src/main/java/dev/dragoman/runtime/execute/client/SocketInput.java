package dev.dragoman.runtime.execute.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.MessageConstraintException;

/**
 * The bytes that arrive on a connection. Limits the size of a response head, detects a truncated
 * head (which the parser accepts as complete), and checks without waiting whether an idle
 * connection is still usable.
 */
final class SocketInput extends InputStream {
  private final InputStream in;
  private final SocketChannel channel;
  private final boolean secure;
  private long budget = Long.MAX_VALUE;
  private boolean ended;
  private boolean probing;

  /**
   * Creates the input of a socket.
   *
   * @param in decrypted bytes
   * @param channel the source of the bytes
   * @param secure whether the channel's bytes are encrypted
   */
  SocketInput(InputStream in, SocketChannel channel, boolean secure) {
    this.in = in;
    this.channel = channel;
    this.secure = secure;
  }

  /** Called before the head of a response is read. */
  void beginHead() {
    budget = HeadLimits.MAX_BYTES + HeadLimits.BUFFER_BYTES;
    ended = false;
  }

  /**
   * Called when the head was parsed; what follows is content.
   *
   * @throws ConnectionClosedException if the connection ended inside the head
   */
  void endHead() throws ConnectionClosedException {
    budget = Long.MAX_VALUE;
    if (ended) {
      throw new ConnectionClosedException("the connection ended inside the head of the response");
    }
  }

  /**
   * While probing, a read does not wait: it throws {@link SocketTimeoutException} if there is
   * nothing to read.
   */
  void probe(boolean on) {
    probing = on;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (probing) {
      return probed(target, offset, length);
    }
    int count = in.read(target, offset, length);
    ended = count < 0;
    budget -= Math.max(0, count);
    if (budget < 0) {
      throw new MessageConstraintException("the head of the response is too large");
    }
    return count;
  }

  /**
   * Reads from an idle connection, on which no bytes are expected: anything that can be read means
   * that it is no longer usable.
   */
  private int probed(byte[] target, int offset, int length) throws IOException {
    if (secure && in.available() > 0) {
      return -1;
    }
    channel.configureBlocking(false);
    try {
      ByteBuffer one = ByteBuffer.wrap(target, offset, Math.min(1, length));
      if (channel.read(one) != 0) {
        return -1;
      }
    } finally {
      channel.configureBlocking(true);
    }
    throw new NothingToRead();
  }

  /** Not a failure: what is expected of an idle connection, so it has no stack trace. */
  private static final class NothingToRead extends SocketTimeoutException {
    private static final long serialVersionUID = 1L;

    NothingToRead() {
      super("nothing to read");
    }

    @Override
    public Throwable fillInStackTrace() {
      return this;
    }
  }
}
