package dev.dragoman.runtime.transport.http;

import dev.dragoman.runtime.metrics.Metrics;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What platforms ask a server: whether it lives, whether to send it calls, what it counts. */
final class Probes {
  private final HttpLifecycle life;
  private volatile boolean stopping;

  Probes(HttpLifecycle life) {
    this.life = life;
  }

  /** From now on the server is not ready, and connections end with their next answer. */
  void stop() {
    stopping = true;
  }

  boolean isStopping() {
    return stopping;
  }

  /** Answers a path that may be asked under any host name, since it tells nothing. */
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
