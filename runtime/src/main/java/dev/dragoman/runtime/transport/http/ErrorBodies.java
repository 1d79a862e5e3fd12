package dev.dragoman.runtime.transport.http;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The body of a response if Jetty itself refuses a request: the status in words. */
final class ErrorBodies implements Request.Handler {
  private final Cors cors;

  ErrorBodies(Cors cors) {
    this.cors = cors;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    cors.admit(request, response);
    return HttpResponses.status(response, callback, response.getStatus());
  }
}
