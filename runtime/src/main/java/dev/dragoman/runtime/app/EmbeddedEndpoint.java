package dev.dragoman.runtime.app;

import dev.dragoman.runtime.metrics.Metrics;
import dev.dragoman.runtime.server.http.HttpEndpoint;
import dev.dragoman.runtime.server.http.HttpExchange;
import dev.dragoman.runtime.transport.http.HttpService;
import dev.dragoman.runtime.transport.http.Shutdown;
import java.util.Optional;
import java.util.Set;

/** A server without a socket of its own. */
final class EmbeddedEndpoint implements HttpEndpoint {
  private final HttpService service;
  private final Shutdown shutdown;
  private final Optional<Thread> watch;
  private final Metrics metrics;
  private final Runnable afterwards;
  private boolean closed;

  EmbeddedEndpoint(
      HttpService service, Optional<Thread> watch, Metrics metrics, Runnable afterwards) {
    this.service = service;
    this.shutdown = service.shutdown(service::running);
    this.watch = watch;
    this.metrics = metrics;
    this.afterwards = afterwards;
  }

  @Override
  public void handle(HttpExchange exchange) {
    service.handle(exchange);
  }

  @Override
  public Set<String> paths() {
    return service.paths();
  }

  @Override
  public int maxInFlight() {
    return service.maxInFlight();
  }

  @Override
  public String metrics() {
    return metrics.text();
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      watch.ifPresent(Thread::interrupt);
      shutdown.announce(() -> true);
      shutdown.awaitCalls();
      service.cancelAll();
      shutdown.awaitCancelled();
      afterwards.run();
    }
  }
}
