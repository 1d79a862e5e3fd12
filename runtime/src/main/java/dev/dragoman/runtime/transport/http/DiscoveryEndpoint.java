package dev.dragoman.runtime.transport.http;

import dev.dragoman.runtime.server.http.HttpExchange;
import dev.dragoman.runtime.transport.http.discovery.Discovery;
import dev.dragoman.runtime.transport.http.page.PageDocument;
import java.util.Optional;

/** The documents by which clients and directories find the server. They need no credential. */
final class DiscoveryEndpoint {
  /** A cache may keep what everyone may read for an hour (Server Card extension, "Caching"). */
  private static final String PUBLIC = "public, max-age=3600";

  /** The address in the document is the one that this client has reached. */
  private static final String VARY =
      "Accept-Encoding, Origin, Forwarded, X-Forwarded-Host, X-Forwarded-Proto";

  private final Discovery discovery;
  private final SourcePolicy sources;
  private final Cors cors;

  DiscoveryEndpoint(Discovery discovery, SourcePolicy sources, Cors cors) {
    this.discovery = discovery;
    this.sources = sources;
    this.cors = cors;
  }

  /**
   * Responds to a request for a document.
   *
   * @param path in its normal form
   * @return false if the request is for something else, or not allowed; then nothing was done
   */
  boolean handle(String path, HttpExchange exchange) {
    if (!discovery.paths().contains(path) || !isAllowed(exchange)) {
      return false;
    }
    admit(exchange);
    if (cors.isPreflight(exchange)) {
      preflight(exchange);
      return true;
    }
    if (!Probes.isRead(exchange)) {
      DocumentResponse.refuseMethod(exchange);
      return true;
    }
    Optional<PageDocument> document =
        discovery.document(path, ServerAddress.of(exchange, sources::allowsHost));
    document.ifPresent(found -> send(exchange, found));
    return document.isPresent();
  }

  /** The host is always checked; which page asks does not matter for what everyone may read. */
  private boolean isAllowed(HttpExchange exchange) {
    return sources.allows(exchange) || (discovery.isForEveryone() && sources.allowsHosts(exchange));
  }

  private void admit(HttpExchange exchange) {
    if (discovery.isForEveryone()) {
      exchange.header("Access-Control-Allow-Origin", "*");
      exchange.header("Access-Control-Expose-Headers", "ETag");
    } else {
      cors.admit(exchange);
    }
    exchange.header("Vary", VARY);
  }

  private void preflight(HttpExchange exchange) {
    exchange.header("Access-Control-Allow-Methods", "GET, HEAD");
    exchange.header("Access-Control-Allow-Headers", "Content-Type, If-None-Match");
    exchange.header("Access-Control-Max-Age", "600");
    HttpResponses.empty(exchange, Status.NO_CONTENT);
  }

  private void send(HttpExchange exchange, PageDocument document) {
    exchange.header("X-Content-Type-Options", "nosniff");
    DocumentResponse.send(exchange, document, discovery.isForEveryone() ? PUBLIC : "no-cache");
  }
}
