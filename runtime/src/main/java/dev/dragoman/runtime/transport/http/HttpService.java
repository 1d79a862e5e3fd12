package dev.dragoman.runtime.transport.http;

import dev.dragoman.runtime.auth.CallerResolver;
import dev.dragoman.runtime.mcp.McpCore;
import dev.dragoman.runtime.server.http.HttpExchange;
import dev.dragoman.runtime.transport.http.tools.ToolApi;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;

/** Responds to the requests of an MCP server, whichever HTTP server receives them. */
public final class HttpService {
  private final HttpOptions options;
  private final HttpLifecycle life;
  private final Cors cors;
  private final Probes probes;
  private final Intake intake;
  private final Optional<PageEndpoint> pages;
  private final Router router;

  public HttpService(
      HttpOptions options, McpCore core, CallerResolver callers, HttpLifecycle life) {
    SourcePolicy sources = new SourcePolicy(options.allowedHosts(), options.allowedOrigins());
    this.options = options;
    this.life = life;
    this.cors = new Cors(sources, options.ownHeaders());
    this.probes = new Probes(life);
    this.intake = new Intake(options, callers, life.metrics());
    Optional<ToolsEndpoint> tools =
        options.tools().map(open -> new ToolsEndpoint(new ToolApi(core.direct(), open), intake));
    this.pages = options.pages().map(source -> new PageEndpoint(source, sources));
    this.router =
        new Router(
            options,
            sources,
            cors,
            new Endpoint(core, intake, options.tags()),
            new DiscoveryEndpoint(options.discovery(), sources, cors),
            tools,
            pages,
            probes);
  }

  /** Responds to a request; returns before the response is complete, unless it is short. */
  public void handle(HttpExchange exchange) {
    router.handle(exchange);
  }

  /**
   * Responds to a request that the HTTP server itself refuses.
   *
   * @param reason the status in words
   */
  public void refuse(HttpExchange exchange, int status, String reason) {
    cors.admit(exchange);
    HttpResponses.status(exchange, status, reason);
  }

  /** The paths of the endpoint and of the public documents, in their normal form. */
  public Set<String> paths() {
    Set<String> paths = new LinkedHashSet<>(EndpointPath.PATTERNS);
    paths.addAll(new TreeSet<>(options.documents().keySet()));
    if (options.tools().isPresent()) {
      paths.add(ToolApi.DESCRIPTION);
      paths.add(ToolApi.TOOLS + "*");
    }
    paths.addAll(options.discovery().paths());
    pages.ifPresent(documents -> paths.addAll(documents.paths()));
    return paths;
  }

  /** The maximum number of messages that are processed at a time. */
  public int maxInFlight() {
    return options.maxInFlight();
  }

  /**
   * The steps in which the HTTP server stops.
   *
   * @param requests the number of running requests
   */
  public Shutdown shutdown(LongSupplier requests) {
    return new Shutdown(options, life, probes, requests);
  }

  /** The number of calls that are running. */
  public int running() {
    return intake.running();
  }

  /** Interrupts the calls that are running. */
  public void cancelAll() {
    intake.cancelAll();
  }
}
