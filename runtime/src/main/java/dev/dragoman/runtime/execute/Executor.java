package dev.dragoman.runtime.execute;

import dev.dragoman.runtime.guard.Permit;
import dev.dragoman.runtime.request.ApiRequest;
import java.util.function.Function;

/** Sends a permitted request to the API. Thread-safe. */
public interface Executor {

  /**
   * Sends the request and waits for the whole answer.
   *
   * @throws UpstreamException when there is no answer: connection, deadline, size
   */
  ApiResponse execute(Permit permit, ApiRequest request);

  /**
   * The same, and makes something of the answer while its memory is accounted for.
   *
   * @throws UpstreamException when there is no answer: connection, deadline, size
   */
  default <T> T execute(Permit permit, ApiRequest request, Function<ApiResponse, T> use) {
    return use.apply(execute(permit, request));
  }
}
