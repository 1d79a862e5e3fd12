package dev.dragoman.runtime.transport.http;

import dev.dragoman.runtime.server.http.HttpExchange;
import dev.dragoman.runtime.transport.http.tools.ToolApi;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Routes requests by path. Paths are compared in their normal form, case-sensitively. */
final class Router {
  private final HttpOptions options;
  private final SourcePolicy sources;
  private final RefusedSources refused;
  private final Cors cors;
  private final Endpoint endpoint;
  private final DiscoveryEndpoint discovery;
  private final Optional<ToolsEndpoint> tools;
  private final Optional<PageEndpoint> pages;
  private final Probes probes;

  Router(
      HttpOptions options,
      SourcePolicy sources,
      Cors cors,
      Endpoint endpoint,
      DiscoveryEndpoint discovery,
      Optional<ToolsEndpoint> tools,
      Optional<PageEndpoint> pages,
      Probes probes) {
    this.tools = tools;
    this.pages = pages;
    this.probes = probes;
    this.options = options;
    this.sources = sources;
    this.refused = new RefusedSources(sources);
    this.cors = cors;
    this.endpoint = endpoint;
    this.discovery = discovery;
  }

  void handle(HttpExchange exchange) {
    String path = RequestPath.normal(exchange.path());
    if (probes.isStopping()) {
      exchange.header("Connection", "close");
    }
    // A probe may use any host name of its platform; it reveals nothing.
    if (Probes.isHealth(path)) {
      if (Probes.isRead(exchange)) {
        probes.handleHealth(path, exchange);
      } else {
        readOnly(exchange);
      }
    } else if (discovery.handle(path, exchange)) {
      return;
    } else if (sources.allows(exchange)) {
      cors.admit(exchange);
      handleAllowed(path, exchange);
    } else {
      refused.refuse(exchange);
    }
  }

  private void handleAllowed(String path, HttpExchange exchange) {
    if (tools.isPresent() && ToolApi.isPath(path)) {
      handleTools(tools.get(), path, exchange);
      return;
    }
    if (pages.isPresent() && pages.get().handle(path, exchange)) {
      return;
    }
    Optional<EndpointPath> entry = EndpointPath.of(path);
    String document = options.documents().get(path);
    if (entry.isEmpty() && document == null && !probes.isMetrics(path)) {
      HttpResponses.status(exchange, Status.NOT_FOUND);
    } else if (cors.isPreflight(exchange)) {
      cors.answerPreflight(exchange, entry.isPresent());
    } else if (entry.isPresent()) {
      endpoint.handle(exchange, entry.get());
    } else if (!Probes.isRead(exchange)) {
      readOnly(exchange);
    } else if (document == null) {
      probes.handleMetrics(exchange);
    } else {
      HttpResponses.json(exchange, Status.OK, document.getBytes(StandardCharsets.UTF_8));
    }
  }

  private void handleTools(ToolsEndpoint tool, String path, HttpExchange exchange) {
    if (cors.isPreflight(exchange)) {
      cors.answerPreflight(exchange, !path.equals(ToolApi.DESCRIPTION));
    } else {
      tool.handle(path, exchange);
    }
  }

  private static void readOnly(HttpExchange exchange) {
    exchange.header("Allow", "GET, HEAD");
    HttpResponses.status(exchange, Status.METHOD_NOT_ALLOWED);
  }
}
