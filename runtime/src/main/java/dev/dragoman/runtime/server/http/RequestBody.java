package dev.dragoman.runtime.server.http;

import java.nio.ByteBuffer;

/** Takes the body of a request as it arrives. Thread-safe. */
public interface RequestBody {
  /** Whether more of the body is wanted; otherwise the rest should not be read. */
  boolean isOpen();

  /** Takes the next bytes, without keeping the buffer. */
  void take(ByteBuffer bytes);

  /** The body has been taken completely. Processes the request, which may take long. */
  void complete();

  /**
   * The body cannot be read: a {@link java.util.concurrent.TimeoutException} or {@link
   * java.net.SocketTimeoutException} among the causes means that it did not arrive in time.
   */
  void fail(Throwable cause);

  /** There is no thread for {@link #complete}: the client is told to retry. */
  void overload();
}
