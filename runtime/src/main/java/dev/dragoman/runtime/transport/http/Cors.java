package dev.dragoman.runtime.transport.http;

import dev.dragoman.runtime.server.http.HttpExchange;
import dev.dragoman.runtime.trace.TraceContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Allows pages of the allowed origins to call the server and read the responses (Fetch Standard,
 * "CORS protocol"). An MCP message is never a simple request, so browsers send a preflight. Pages
 * of other origins do not get any of these headers.
 */
final class Cors {
  /** The response headers that clients can read. */
  private static final String EXPOSED =
      "WWW-Authenticate, Mcp-Session-Id, MCP-Protocol-Version, Retry-After";

  /**
   * Includes GET and DELETE, with which clients open a stream or end a session: the response is
   * 405, which a page should see instead of a network error.
   */
  private static final String ENDPOINT_METHODS = "POST, GET, DELETE";

  private static final String DOCUMENT_METHODS = "GET, HEAD";

  /** How long a browser may cache a preflight, in seconds; most browsers cap it at ten minutes. */
  private static final String MAX_AGE = "600";

  private static final String ANY_MCP = "mcp-";
  private static final Set<String> KNOWN =
      Set.of(
          "accept",
          "authorization",
          "content-type",
          "last-event-id",
          TraceContext.PARENT,
          TraceContext.STATE);

  private final SourcePolicy sources;
  private final List<String> ownHeaders;

  /**
   * The rules of one server.
   *
   * @param ownHeaders the prefixes of the vendors' own headers
   */
  Cors(SourcePolicy sources, List<String> ownHeaders) {
    this.sources = sources;
    this.ownHeaders = ownHeaders.stream().map(prefix -> prefix.toLowerCase(Locale.ROOT)).toList();
  }

  /**
   * Allows the page that sent a request to read the response; for requests that are allowed at all.
   */
  void admit(HttpExchange exchange) {
    exchange.header("Vary", "Origin");
    origin(exchange)
        .ifPresent(
            origin -> {
              exchange.header("Access-Control-Allow-Origin", origin);
              exchange.header("Access-Control-Expose-Headers", EXPOSED);
            });
  }

  private Optional<String> origin(HttpExchange exchange) {
    return sources.allows(exchange)
        ? exchange.headers("Origin").stream().findFirst()
        : Optional.empty();
  }

  /** Whether the request is a CORS preflight. */
  boolean isPreflight(HttpExchange exchange) {
    return exchange.method().equals("OPTIONS")
        && !exchange.headers("Origin").isEmpty()
        && !exchange.headers("Access-Control-Request-Method").isEmpty();
  }

  /**
   * Responds to a preflight. It never contains a token, so none is required.
   *
   * @param endpoint whether it is for the MCP endpoint; otherwise for a document
   */
  void answerPreflight(HttpExchange exchange, boolean endpoint) {
    exchange.header("Access-Control-Allow-Methods", endpoint ? ENDPOINT_METHODS : DOCUMENT_METHODS);
    String allowed =
        exchange.headers("Access-Control-Request-Headers").stream()
            .flatMap(value -> Stream.of(value.split(",")))
            .map(String::strip)
            .filter(this::isKnown)
            .collect(Collectors.joining(", "));
    if (!allowed.isEmpty()) {
      exchange.header("Access-Control-Allow-Headers", allowed);
    }
    exchange.header("Access-Control-Max-Age", MAX_AGE);
    // A page from the internet that calls a server on this machine (Private Network Access).
    if (exchange.headers("Access-Control-Request-Private-Network").contains("true")) {
      exchange.header("Access-Control-Allow-Private-Network", "true");
    }
    HttpResponses.empty(exchange, Status.NO_CONTENT);
  }

  private boolean isKnown(String header) {
    String name = header.toLowerCase(Locale.ROOT);
    return name.matches("[a-z0-9-]+")
        && (KNOWN.contains(name)
            || name.startsWith(ANY_MCP)
            || ownHeaders.stream().anyMatch(name::startsWith));
  }
}
