package dev.dragoman.runtime.transport.jetty;

import dev.dragoman.runtime.transport.http.HttpService;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Hands every request to the service. */
final class Requests extends Handler.Abstract {
  private final HttpService service;
  private final Connections connections;

  Requests(HttpService service, Connections connections) {
    this.service = service;
    this.connections = connections;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    service.handle(new JettyExchange(request, response, callback, connections));
    return true;
  }
}
