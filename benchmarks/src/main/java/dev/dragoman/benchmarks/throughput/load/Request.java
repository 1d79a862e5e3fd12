package dev.dragoman.benchmarks.throughput.load;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * A request that is sent again and again.
 *
 * @param path with a leading slash
 * @param headers without {@code Host} and {@code Content-Length}; must be ASCII
 * @param body empty if there is none; must be ASCII
 */
public record Request(String method, String path, Map<String, String> headers, String body) {
  public Request {
    headers = Map.copyOf(headers);
  }

  /** The headers as lines. */
  public String lines() {
    return headers.entrySet().stream()
        .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
        .collect(Collectors.joining());
  }
}
