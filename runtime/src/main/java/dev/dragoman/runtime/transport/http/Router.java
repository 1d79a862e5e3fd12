package dev.dragoman.runtime.transport.http;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Routes requests by path. Paths are compared in their normal form, case-sensitively. */
final class Router extends Handler.Abstract {
  private final HttpOptions options;
  private final SourcePolicy sources;
  private final Cors cors;
  private final Endpoint endpoint;
  private final Probes probes;

  Router(HttpOptions options, SourcePolicy sources, Cors cors, Endpoint endpoint, Probes probes) {
    this.probes = probes;
    this.options = options;
    this.sources = sources;
    this.cors = cors;
    this.endpoint = endpoint;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String path =
        RequestPath.normal(Objects.requireNonNullElse(request.getHttpURI().getPath(), ""));
    if (probes.isStopping()) {
      response.getHeaders().put(HttpHeader.CONNECTION, "close");
    }
    // A probe may use any host name of its platform; it reveals nothing.
    if (Probes.isHealth(path)) {
      return Probes.isRead(request)
          ? probes.handleHealth(path, response, callback)
          : readOnly(response, callback);
    }
    if (!sources.allows(request)) {
      return HttpResponses.status(response, callback, HttpStatus.FORBIDDEN_403);
    }
    cors.admit(request, response);
    boolean isEndpoint = path.equals("/mcp");
    String document = options.documents().get(path);
    if (!isEndpoint && document == null && !probes.isMetrics(path)) {
      return HttpResponses.status(response, callback, HttpStatus.NOT_FOUND_404);
    }
    if (cors.isPreflight(request)) {
      return cors.answerPreflight(request, response, callback, isEndpoint);
    }
    return isEndpoint
        ? endpoint.handle(request, response, callback)
        : read(request, response, callback, document);
  }

  private boolean read(
      Request request, Response response, Callback callback, @Nullable String document) {
    if (!Probes.isRead(request)) {
      return readOnly(response, callback);
    }
    return document == null
        ? probes.handleMetrics(response, callback)
        : HttpResponses.json(
            response, callback, HttpStatus.OK_200, document.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean readOnly(Response response, Callback callback) {
    response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
    return HttpResponses.status(response, callback, HttpStatus.METHOD_NOT_ALLOWED_405);
  }
}
