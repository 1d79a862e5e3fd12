package dev.dragoman.runtime.transport.http;

import dev.dragoman.runtime.server.http.HttpExchange;
import dev.dragoman.runtime.transport.http.page.PageDocument;
import dev.dragoman.runtime.transport.http.page.PageSource;
import java.util.List;
import java.util.Optional;

/**
 * The documents for people. They need no credential, are never stored without being revalidated,
 * and are not shown in frames of other pages.
 */
final class PageEndpoint {
  /** The page shows the address that this client has reached. */
  private static final String VARY =
      "Accept, Accept-Encoding, Origin, Forwarded, X-Forwarded-Host, X-Forwarded-Proto";

  private final PageSource pages;
  private final SourcePolicy sources;

  PageEndpoint(PageSource pages, SourcePolicy sources) {
    this.pages = pages;
    this.sources = sources;
  }

  /** The paths of the documents, in their normal form. */
  List<String> paths() {
    return pages.paths();
  }

  /**
   * Responds to a request for a document, or sends a browser that asks for the MCP endpoint to the
   * page about it.
   *
   * @param path in its normal form
   * @return false if the request is for something else; then nothing was done
   */
  boolean handle(String path, HttpExchange exchange) {
    if (path.equals(EndpointPath.ROOT)) {
      return isNavigation(exchange) && redirect(exchange);
    }
    if (!pages.paths().contains(path)) {
      return false;
    }
    if (!Probes.isRead(exchange)) {
      DocumentResponse.refuseMethod(exchange);
      return true;
    }
    Optional<PageDocument> document =
        pages.document(path, ServerAddress.of(exchange, sources::allowsHost));
    document.ifPresent(found -> send(exchange, found));
    return document.isPresent();
  }

  /** Whether a person has opened the endpoint in a browser: clients of MCP do not accept HTML. */
  private static boolean isNavigation(HttpExchange exchange) {
    String accept = String.join(",", exchange.headers("Accept"));
    return Probes.isRead(exchange)
        && accept.contains("text/html")
        && !accept.contains("text/event-stream");
  }

  /** The target is relative, because a gateway may have removed a prefix of the path. */
  private boolean redirect(HttpExchange exchange) {
    String page = pages.paths().get(0).substring(1);
    long depth = exchange.path().chars().filter(c -> c == '/').count() - 1;
    String up = depth < 1 ? "./" : "../".repeat((int) Math.min(depth, 64));
    exchange.header("Location", up + page);
    exchange.header("Vary", VARY);
    HttpResponses.text(exchange, Status.SEE_OTHER, "The page about this server: " + up + page);
    return true;
  }

  private static void send(HttpExchange exchange, PageDocument document) {
    document.headers().forEach(exchange::header);
    exchange.header("Vary", VARY);
    DocumentResponse.send(exchange, document, "no-cache");
  }
}
