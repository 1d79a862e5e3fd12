package dev.dragoman.runtime.server;

import dev.dragoman.runtime.app.OpenServer;
import java.net.URI;

/** A server that was started inside this process. */
public final class RunningServer implements AutoCloseable {
  private final OpenServer server;

  RunningServer(OpenServer server) {
    this.server = server;
  }

  /** The port on which it listens. */
  public int port() {
    return server.port();
  }

  /** The URL of its MCP endpoint on this machine. */
  public URI endpoint() {
    return server.endpoint();
  }

  /** Its metrics in the Prometheus text format, version 0.0.4. */
  public String metrics() {
    return server.metrics();
  }

  /**
   * Stops the server: calls that are running may finish for a while, new ones are refused. Returns
   * when it has stopped; further calls have no effect.
   */
  @Override
  public void close() {
    server.close();
  }
}
