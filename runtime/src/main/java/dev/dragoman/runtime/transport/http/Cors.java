package dev.dragoman.runtime.transport.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

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
      Set.of("accept", "authorization", "content-type", "last-event-id");

  private final SourcePolicy sources;
  private final String ownHeaders;

  /**
   * The rules of one server.
   *
   * @param ownHeaders the prefix of the vendor's own headers; empty for none
   */
  Cors(SourcePolicy sources, String ownHeaders) {
    this.sources = sources;
    this.ownHeaders = ownHeaders.toLowerCase(Locale.ROOT);
  }

  /**
   * Allows the page that sent a request to read the response; for requests that are allowed at all.
   */
  void admit(Request request, Response response) {
    HttpFields.Mutable headers = response.getHeaders();
    headers.put(HttpHeader.VARY, "Origin");
    origin(request)
        .ifPresent(
            origin -> {
              headers.put(HttpHeader.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
              headers.put(HttpHeader.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
            });
  }

  private Optional<String> origin(Request request) {
    return sources.allows(request)
        ? Optional.ofNullable(request.getHeaders().get(HttpHeader.ORIGIN))
        : Optional.empty();
  }

  /** Whether the request is a CORS preflight. */
  boolean isPreflight(Request request) {
    return request.getMethod().equals("OPTIONS")
        && request.getHeaders().contains(HttpHeader.ORIGIN)
        && request.getHeaders().contains(HttpHeader.ACCESS_CONTROL_REQUEST_METHOD);
  }

  /**
   * Responds to a preflight. It never contains a token, so none is required.
   *
   * @param endpoint whether it is for the MCP endpoint; otherwise for a document
   */
  boolean answerPreflight(Request request, Response response, Callback callback, boolean endpoint) {
    HttpFields.Mutable headers = response.getHeaders();
    headers.put(
        HttpHeader.ACCESS_CONTROL_ALLOW_METHODS, endpoint ? ENDPOINT_METHODS : DOCUMENT_METHODS);
    List<String> asked =
        request.getHeaders().getCSV(HttpHeader.ACCESS_CONTROL_REQUEST_HEADERS, false);
    String allowed = asked.stream().filter(this::isKnown).collect(Collectors.joining(", "));
    if (!allowed.isEmpty()) {
      headers.put(HttpHeader.ACCESS_CONTROL_ALLOW_HEADERS, allowed);
    }
    headers.put(HttpHeader.ACCESS_CONTROL_MAX_AGE, MAX_AGE);
    // A page from the internet that calls a server on this machine (Private Network Access).
    if ("true".equals(request.getHeaders().get("Access-Control-Request-Private-Network"))) {
      headers.put("Access-Control-Allow-Private-Network", "true");
    }
    return HttpResponses.empty(response, callback, HttpStatus.NO_CONTENT_204);
  }

  private boolean isKnown(String header) {
    String name = header.toLowerCase(Locale.ROOT);
    return name.matches("[a-z0-9-]+")
        && (KNOWN.contains(name)
            || name.startsWith(ANY_MCP)
            || (!ownHeaders.isEmpty() && name.startsWith(ownHeaders)));
  }
}
