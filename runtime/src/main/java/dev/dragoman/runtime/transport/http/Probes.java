package dev.dragoman.runtime.transport.http;

import dev.dragoman.runtime.metrics.Metrics;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

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
  boolean handleHealth(String path, Response response, Callback callback) {
    Optional<String> obstacle = path.equals("/healthz") ? Optional.empty() : obstacle();
    if (obstacle.isPresent()) {
      response.getHeaders().put(HttpHeader.RETRY_AFTER, "10");
    }
    return HttpResponses.text(
        response,
        callback,
        obstacle.isEmpty() ? HttpStatus.OK_200 : HttpStatus.SERVICE_UNAVAILABLE_503,
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

  boolean handleMetrics(Response response, Callback callback) {
    return HttpResponses.text(
        response, callback, HttpStatus.OK_200, Metrics.CONTENT_TYPE, life.metrics().text());
  }

  static boolean isRead(Request request) {
    return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
  }
}
