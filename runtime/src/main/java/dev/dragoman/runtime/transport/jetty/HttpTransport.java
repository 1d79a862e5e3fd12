package dev.dragoman.runtime.transport.jetty;

import dev.dragoman.runtime.auth.CallerResolver;
import dev.dragoman.runtime.mcp.McpCore;
import dev.dragoman.runtime.transport.http.HttpLifecycle;
import dev.dragoman.runtime.transport.http.HttpOptions;
import dev.dragoman.runtime.transport.http.HttpService;
import dev.dragoman.runtime.transport.http.Shutdown;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running HTTP server with the MCP endpoint at {@code /mcp}. */
public final class HttpTransport implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(HttpTransport.class);

  /** Beyond this limit, connections wait in the operating system's queue. */
  private static final int MAX_CONNECTIONS = 2_000;

  private static final int ACCEPT_QUEUE = 512;

  /** Maximum time for the request line and headers to arrive. */
  private static final Duration MAX_HEADER_TIME = Duration.ofSeconds(10);

  /** Extra slashes are removed by the router; other ambiguous paths are refused. */
  private static final UriCompliance EMPTY_SEGMENTS =
      UriCompliance.DEFAULT.with("EMPTY_SEGMENTS", UriCompliance.Violation.AMBIGUOUS_EMPTY_SEGMENT);

  private final Server server;
  private final ServerConnector connector;
  private final HttpService service;
  private final Shutdown shutdown;
  private final int port;

  private HttpTransport(
      Server server, ServerConnector connector, HttpService service, Shutdown shutdown) {
    this.server = server;
    this.connector = connector;
    this.service = service;
    this.shutdown = shutdown;
    this.port = connector.getLocalPort();
  }

  /**
   * Starts listening.
   *
   * @throws UncheckedIOException if the address cannot be bound
   */
  public static HttpTransport start(HttpOptions options, McpCore core, CallerResolver callers) {
    return start(options, core, callers, HttpLifecycle.defaults());
  }

  /**
   * Starts listening with the operator's monitoring options.
   *
   * @throws UncheckedIOException if the address cannot be bound
   */
  public static HttpTransport start(
      HttpOptions options, McpCore core, CallerResolver callers, HttpLifecycle life) {
    Server server = new Server(threads(options));
    ServerConnector connector = connector(server, options);
    HttpService service = new HttpService(options, core, callers, life);
    Connections connections = connections(connector, options);
    server.setErrorHandler(new ErrorBodies(service, connections));
    GracefulHandler requests = new GracefulHandler(new Requests(service, connections));
    server.setHandler(connections.watching(requests));
    life.metrics()
        .gauge(
            "dragoman_http_connections",
            "Open connections.",
            () -> connector.getConnectedEndPoints().size());
    open(server, options);
    connections.start();
    Shutdown shutdown = service.shutdown(requests::getCurrentRequestCount);
    return new HttpTransport(server, connector, service, shutdown);
  }

  private static Connections connections(ServerConnector connector, HttpOptions options) {
    Duration headers =
        options.receiveTimeout().compareTo(MAX_HEADER_TIME) < 0
            ? options.receiveTimeout()
            : MAX_HEADER_TIME;
    return new Connections(connector, connector::getScheduler, MAX_CONNECTIONS / 2, headers);
  }

  private static ServerConnector connector(Server server, HttpOptions options) {
    ServerConnector connector =
        new ServerConnector(server, new HttpConnectionFactory(configuration(options)));
    connector.setHost(options.host());
    connector.setPort(options.port());
    connector.setIdleTimeout(options.receiveTimeout().toMillis());
    connector.setAcceptQueueSize(ACCEPT_QUEUE);
    // Do not wait for connections without a request.
    connector.setShutdownIdleTimeout(100);
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(MAX_CONNECTIONS, connector));
    return connector;
  }

  /** A call holds a thread while it runs: a virtual one if available, otherwise a pooled one. */
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
    configuration.setUriCompliance(EMPTY_SEGMENTS);
    configuration.setRequestHeaderSize(options.maxHeaderBytes());
    // The cache takes 100 kB for each connection, and keeps credentials in memory.
    configuration.setHeaderCacheSize(0);
    configuration.setIdleTimeout(options.receiveTimeout().toMillis());
    return configuration;
  }

  private static void open(Server server, HttpOptions options) {
    try {
      server.start();
    } catch (Exception e) {
      stop(server);
      IOException cause = e instanceof IOException io ? io : new IOException(e);
      throw new UncheckedIOException(
          "Cannot listen on %s:%d: %s".formatted(options.host(), options.port(), e.getMessage()),
          cause);
    }
  }

  private static void stop(Server server) {
    try {
      server.stop();
    } catch (TimeoutException e) {
      log.warn("Calls that were still running at the end of the stop timeout were interrupted.");
    } catch (Exception e) {
      log.error("The HTTP server did not stop cleanly: {}", e.getClass().getName());
    }
  }

  /** The port in use. */
  public int port() {
    return port;
  }

  /** Waits until the server has stopped. */
  public void join() throws InterruptedException {
    server.join();
  }

  /**
   * Stops: the server is first only no longer ready, then it accepts no more connections and lets
   * running calls finish; calls that are still running shortly before the end of the stop timeout
   * are cancelled, so that their callers get a response.
   */
  @Override
  public synchronized void close() {
    if (server.isRunning()) {
      shutdown.announce(() -> connector.getConnectedEndPoints().isEmpty());
      connector.close();
      shutdown.awaitCalls();
      service.cancelAll();
      server.setStopTimeout(shutdown.rest().toMillis());
      stop(server);
      // Jetty interrupts the threads of its pool, which do not include virtual ones.
      service.cancelAll();
    }
  }
}
