package dev.dragoman.runtime.server.http;

import java.util.Set;

/** An MCP server that is served by an HTTP server which is not its own. */
public interface HttpEndpoint extends AutoCloseable {
  /** Responds to a request; returns before the response is complete. */
  void handle(HttpExchange exchange);

  /**
   * The paths of the MCP endpoint, of the page about it and of what its clients need to
   * authenticate, below the context path, e.g. {@code /mcp}. The server responds to {@code
   * /healthz}, {@code /readyz} and, if configured, {@code /metrics} as well.
   */
  Set<String> paths();

  /** The maximum number of messages that are processed at a time. */
  int maxInFlight();

  /** The metrics in the Prometheus text format, version 0.0.4. */
  String metrics();

  /**
   * Stops: waits a while for running calls, then cancels them and ends what runs in the background.
   */
  @Override
  void close();
}
