package dev.dragoman.runtime.transport.http;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Which path is what. Paths are compared as sent: nothing is decoded, trimmed or guessed. */
final class Router extends Handler.Abstract {
  private final HttpOptions options;
  private final SourcePolicy sources;
  private final Endpoint endpoint;
  private final Probes probes;

  Router(HttpOptions options, Endpoint endpoint, Probes probes) {
    this.probes = probes;
    this.options = options;
    this.sources = new SourcePolicy(options.allowedHosts(), options.allowedOrigins());
    this.endpoint = endpoint;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String path = Objects.requireNonNullElse(request.getHttpURI().getPath(), "");
    if (probes.isStopping()) {
      response.getHeaders().put(HttpHeader.CONNECTION, "close");
    }
    // A probe comes under whatever name its platform uses, and learns nothing.
    if (Probes.isHealth(path)) {
      return Probes.isRead(request)
          ? probes.handleHealth(path, response, callback)
          : readOnly(response, callback);
    }
    if (!sources.allows(request)) {
      return Answers.status(response, callback, HttpStatus.FORBIDDEN_403);
    }
    if (path.equals("/mcp")) {
      return endpoint.handle(request, response, callback);
    }
    String document = options.documents().get(path);
    if (document == null && !probes.isMetrics(path)) {
      return Answers.status(response, callback, HttpStatus.NOT_FOUND_404);
    }
    if (!Probes.isRead(request)) {
      return readOnly(response, callback);
    }
    return document == null
        ? probes.handleMetrics(response, callback)
        : Answers.json(
            response, callback, HttpStatus.OK_200, document.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean readOnly(Response response, Callback callback) {
    response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
    return Answers.status(response, callback, HttpStatus.METHOD_NOT_ALLOWED_405);
  }
}
