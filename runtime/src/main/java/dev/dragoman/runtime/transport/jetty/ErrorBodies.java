package dev.dragoman.runtime.transport.jetty;

import dev.dragoman.runtime.transport.http.HttpService;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The body of a response if Jetty itself refuses a request: the status in words. */
final class ErrorBodies implements Request.Handler {
  private final HttpService service;
  private final Connections connections;

  ErrorBodies(HttpService service, Connections connections) {
    this.service = service;
    this.connections = connections;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    JettyExchange exchange = new JettyExchange(request, response, callback, connections);
    service.refuse(exchange, status, HttpStatus.getMessage(status));
    return true;
  }
}
