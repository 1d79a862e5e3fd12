package dev.dragoman.runtime.transport.http;

import dev.dragoman.runtime.server.http.HttpExchange;
import dev.dragoman.runtime.transport.http.page.PageDocument;
import dev.dragoman.runtime.transport.http.page.Representation;

/** Responses with a document that clients may keep: compressed if accepted, 304 if unchanged. */
final class DocumentResponse {
  private DocumentResponse() {}

  /**
   * Sends a document; its own headers and {@code Vary} have been set.
   *
   * @param caching the value of {@code Cache-Control}
   */
  static void send(HttpExchange exchange, PageDocument document, String caching) {
    boolean gzip = Representation.acceptsGzip(exchange.headers("Accept-Encoding"));
    String tag = document.entityTag(gzip);
    exchange.header("ETag", tag);
    exchange.header("Cache-Control", caching);
    if (Representation.matches(exchange.headers("If-None-Match"), tag)) {
      HttpResponses.empty(exchange, Status.NOT_MODIFIED);
      return;
    }
    exchange.status(Status.OK);
    exchange.header("Content-Type", document.mediaType());
    if (gzip) {
      exchange.header("Content-Encoding", "gzip");
    }
    exchange.end(document.content(gzip), () -> {});
  }

  /** Refuses a method other than GET and HEAD. */
  static void refuseMethod(HttpExchange exchange) {
    exchange.header("Allow", "GET, HEAD");
    HttpResponses.status(exchange, Status.METHOD_NOT_ALLOWED);
  }
}
