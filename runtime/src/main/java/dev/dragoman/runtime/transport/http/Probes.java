package dev.dragoman.runtime.transport.http;

import dev.dragoman.runtime.metrics.Metrics;
import dev.dragoman.runtime.server.http.HttpExchange;
import java.util.Optional;

/** Endpoints for platforms: liveness, readiness and metrics. */
final class Probes {
  private final HttpLifecycle life;
  private volatile boolean stopping;

  Probes(HttpLifecycle life) {
    this.life = life;
  }

  /** Makes the server no longer ready and closes connections after their next response. */
  void stop() {
    stopping = true;
  }

  boolean isStopping() {
    return stopping;
  }

  /** Handles a path that is available under any host name, because it reveals nothing. */
  void handleHealth(String path, HttpExchange exchange) {
    Optional<String> obstacle = path.equals("/healthz") ? Optional.empty() : obstacle();
    if (obstacle.isPresent()) {
      exchange.header("Retry-After", "10");
    }
    HttpResponses.text(
        exchange,
        obstacle.isEmpty() ? Status.OK : Status.SERVICE_UNAVAILABLE,
        obstacle.orElse("ok"));
  }

  private Optional<String> obstacle() {
    return stopping ? Optional.of("stopping") : life.unready().get();
  }

  static boolean isHealth(String path) {
    return path.equals("/healthz") || path.equals("/readyz");
  }

  boolean isMetrics(String path) {
    return life.showsMetrics() && path.equals("/metrics");
  }

  void handleMetrics(HttpExchange exchange) {
    HttpResponses.text(exchange, Status.OK, Metrics.CONTENT_TYPE, life.metrics().text());
  }

  static boolean isRead(HttpExchange exchange) {
    return exchange.method().equals("GET") || exchange.method().equals("HEAD");
  }
}
