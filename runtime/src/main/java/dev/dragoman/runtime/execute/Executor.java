package dev.dragoman.runtime.execute;

import dev.dragoman.runtime.guard.Permit;
import dev.dragoman.runtime.request.ApiRequest;
import java.util.Optional;
import java.util.function.Function;

/** Sends a permitted request to the API. Thread-safe. */
public interface Executor {

  /**
   * Sends the request and waits for the complete response.
   *
   * @throws UpstreamException if there is no usable response: connection, deadline, size
   */
  ApiResponse execute(Permit permit, ApiRequest request);

  /**
   * Like {@link #execute(Permit, ApiRequest)}, but also processes the response while its memory is
   * accounted for.
   *
   * @throws UpstreamException if there is no usable response: connection, deadline, size
   */
  default <T> T execute(Permit permit, ApiRequest request, Function<ApiResponse, T> use) {
    return use.apply(execute(permit, request));
  }

  /**
   * Where a URL reference in the response to a request leads (RFC 3986, section 5).
   *
   * @return the path and the query below the base URL of the API; empty if it leads elsewhere
   */
  default Optional<String> below(Permit permit, ApiRequest request, String reference) {
    return Optional.of(reference).filter(path -> path.startsWith("/") && !path.startsWith("//"));
  }
}
