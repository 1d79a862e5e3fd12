package dev.dragoman.runtime.execute.client;

import java.io.IOException;

/**
 * Processes a response on the thread that sent the request.
 *
 * @param <T> the type of the result
 */
public interface ResponseHandler<T> {

  /** Called when the status line has arrived; reading headers and body may still fail. */
  void answered(int status);

  /**
   * Reads the response. The connection is closed unless the body was read to its end.
   *
   * @throws ExchangeException if the connection fails, as thrown by {@link ResponseBody}
   */
  T read(ResponseHead head, ResponseBody body) throws IOException;
}
