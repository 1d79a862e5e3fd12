package dev.dragoman.runtime.transport.http;

import java.nio.charset.StandardCharsets;
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

  Router(HttpOptions options, Endpoint endpoint) {
    this.options = options;
    this.sources = new SourcePolicy(options.allowedHosts(), options.allowedOrigins());
    this.endpoint = endpoint;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String path = request.getHttpURI().getPath();
    // A probe comes under whatever name its platform uses, and learns nothing.
    if ("/healthz".equals(path)) {
      return isRead(request)
          ? Answers.text(response, callback, HttpStatus.OK_200, "ok")
          : readOnly(response, callback);
    }
    if (!sources.allows(request)) {
      return Answers.status(response, callback, HttpStatus.FORBIDDEN_403);
    }
    if ("/mcp".equals(path)) {
      return endpoint.handle(request, response, callback);
    }
    String document = path == null ? null : options.documents().get(path);
    if (document == null) {
      return Answers.status(response, callback, HttpStatus.NOT_FOUND_404);
    }
    byte[] body = document.getBytes(StandardCharsets.UTF_8);
    return isRead(request)
        ? Answers.json(response, callback, HttpStatus.OK_200, body)
        : readOnly(response, callback);
  }

  private static boolean isRead(Request request) {
    return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
  }

  private static boolean readOnly(Response response, Callback callback) {
    response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
    return Answers.status(response, callback, HttpStatus.METHOD_NOT_ALLOWED_405);
  }
}
