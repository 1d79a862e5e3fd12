package dev.dragoman.runtime.execute;

import dev.dragoman.runtime.ApiRequest;
import dev.dragoman.runtime.guard.Permit;

/** Sends a permitted request to the API. Thread-safe. */
public interface Executor {

  /**
   * Sends the request and waits for the whole answer.
   *
   * @throws UpstreamException when there is no answer: connection, deadline, size
   */
  ApiResponse execute(Permit permit, ApiRequest request);
}
