package dev.dragoman.runtime.transport.http;

import dev.dragoman.runtime.auth.CallerResolver;
import dev.dragoman.runtime.mcp.McpCore;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** A running HTTP server with the MCP endpoint at {@code /mcp}. */
public final class HttpTransport implements AutoCloseable {
  /** Beyond this many, connections wait in the operating system's queue. */
  private static final int MAX_CONNECTIONS = 2_000;

  private final Server server;
  private final ServerConnector connector;

  private HttpTransport(Server server, ServerConnector connector) {
    this.server = server;
    this.connector = connector;
  }

  /**
   * Starts to listen.
   *
   * @throws UncheckedIOException when the address cannot be bound
   */
  public static HttpTransport start(HttpOptions options, McpCore core, CallerResolver callers) {
    Server server = new Server(threads(options));
    ServerConnector connector =
        new ServerConnector(server, new HttpConnectionFactory(configuration(options)));
    connector.setHost(options.host());
    connector.setPort(options.port());
    connector.setIdleTimeout(options.receiveTimeout().toMillis());
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(MAX_CONNECTIONS, connector));
    server.setErrorHandler(new ErrorBodies());
    server.setHandler(
        new GracefulHandler(new Router(options, new Endpoint(options, core, callers))));
    server.setStopTimeout(options.stopTimeout().toMillis());
    HttpTransport transport = new HttpTransport(server, connector);
    transport.open(options);
    return transport;
  }

  /** A call holds a thread while it runs: virtual ones where there are, else enough others. */
  private static QueuedThreadPool threads(HttpOptions options) {
    QueuedThreadPool threads = new QueuedThreadPool(options.maxInFlight() + 32, 4);
    threads.setName("http");
    if (VirtualThreads.areSupported()) {
      threads.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
    }
    return threads;
  }

  private static HttpConfiguration configuration(HttpOptions options) {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    configuration.setIdleTimeout(options.receiveTimeout().toMillis());
    return configuration;
  }

  private void open(HttpOptions options) {
    try {
      server.start();
    } catch (Exception e) {
      close();
      IOException cause = e instanceof IOException io ? io : new IOException(e);
      throw new UncheckedIOException(
          "Cannot listen on %s:%d: %s".formatted(options.host(), options.port(), e.getMessage()),
          cause);
    }
  }

  /** The port listened on. */
  public int port() {
    return connector.getLocalPort();
  }

  /** Waits until the server has stopped. */
  public void join() throws InterruptedException {
    server.join();
  }

  /** Stops: takes no more requests and lets running ones finish within the stop timeout. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The HTTP server did not stop cleanly.", e);
    }
  }
}
