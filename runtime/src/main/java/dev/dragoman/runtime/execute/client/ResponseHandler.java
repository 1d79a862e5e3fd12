package dev.dragoman.runtime.execute.client;

import java.io.IOException;

/**
 * What a caller does with a response, on the thread that sent the request.
 *
 * @param <T> what becomes of the response
 */
public interface ResponseHandler<T> {

  /** The status line arrived; headers and body may still fail. */
  void answered(int status);

  /**
   * Reads the response. The connection is closed unless the body was read to its end.
   *
   * @throws ExchangeException if the connection fails, as {@link ResponseBody} throws it
   */
  T read(ResponseHead head, ResponseBody body) throws IOException;
}
