package dev.dragoman.runtime.app;

import dev.dragoman.runtime.metrics.Metrics;
import dev.dragoman.runtime.transport.jetty.HttpTransport;
import java.net.URI;
import java.util.Optional;

/** A server that listens. */
public final class OpenServer implements AutoCloseable {
  private final HttpTransport transport;
  private final String authority;
  private final Optional<Thread> watch;
  private final Metrics metrics;
  private final Runnable afterwards;

  OpenServer(
      HttpTransport transport,
      String authority,
      Optional<Thread> watch,
      Metrics metrics,
      Runnable afterwards) {
    this.afterwards = afterwards;
    this.transport = transport;
    this.authority = authority;
    this.watch = watch;
    this.metrics = metrics;
  }

  public int port() {
    return transport.port();
  }

  /** The URL of the MCP endpoint on this machine. */
  public URI endpoint() {
    return AuthenticationSettings.endpoint(URI.create("http://" + authority + ":" + port()));
  }

  /** The metrics in the Prometheus text format. */
  public String metrics() {
    return metrics.text();
  }

  void join() throws InterruptedException {
    transport.join();
  }

  @Override
  public void close() {
    watch.ifPresent(Thread::interrupt);
    transport.close();
    afterwards.run();
  }
}
