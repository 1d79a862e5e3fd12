package dev.dragoman.runtime.execute.client;

import dev.dragoman.runtime.request.ApiRequest.Pair;
import java.util.List;
import java.util.Optional;

/**
 * Status and headers of a response.
 *
 * @param status the HTTP status, 200 or more
 * @param headers in the order received, with names in lower case
 */
public record ResponseHead(int status, List<Pair> headers) {
  public ResponseHead {
    headers = List.copyOf(headers);
  }

  /** The first value of a header; empty if there is none. */
  public Optional<String> header(String lowerCaseName) {
    for (Pair pair : headers) {
      if (pair.name().equals(lowerCaseName)) {
        return Optional.of(pair.value());
      }
    }
    return Optional.empty();
  }

  /** All values of a header. */
  public List<String> values(String lowerCaseName) {
    return headers.stream()
        .filter(pair -> pair.name().equals(lowerCaseName))
        .map(Pair::value)
        .toList();
  }
}
