package dev.dragoman.runtime.transport.http;

import dev.dragoman.runtime.server.http.HttpExchange;
import dev.dragoman.runtime.text.VisibleText;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Refuses requests under hosts or from origins that are not allowed, and says which flag allows
 * them: to the client, which may be a person with a browser, and to the operator, because a page of
 * another origin cannot read the response. Each host or origin is logged once, and only the first
 * few are, so that nobody can fill the log.
 */
final class RefusedSources {
  private static final Logger log = LoggerFactory.getLogger(RefusedSources.class);

  /** How many hosts and origins are logged. */
  static final int LOGGED = 20;

  private static final int MAX_LENGTH = 120;

  private final SourcePolicy sources;
  private final Set<String> logged = ConcurrentHashMap.newKeySet();

  RefusedSources(SourcePolicy sources) {
    this.sources = sources;
  }

  void refuse(HttpExchange exchange) {
    boolean origin = sources.allowsHosts(exchange);
    log(exchange, origin ? "Origin" : "Host", origin ? "--allowed-origin" : "--allowed-host");
    HttpResponses.status(
        exchange,
        Status.FORBIDDEN,
        Status.reason(Status.FORBIDDEN),
        origin
            ? "Web pages of this origin may not call the server. The operator can allow them with"
                + " --allowed-origin."
            : "The server does not serve this host name. The operator can allow it with"
                + " --allowed-host.");
  }

  private void log(HttpExchange exchange, String header, String flag) {
    List<String> values = exchange.headers(header);
    String value = values.isEmpty() ? "(none)" : VisibleText.line(String.join(", ", values));
    String shown = value.substring(0, Math.min(value.length(), MAX_LENGTH));
    if (logged.size() < LOGGED && logged.add(header + ": " + shown)) {
      log.warn(
          "Refused a request with {}: {}. To allow such requests, use {}.", header, shown, flag);
    }
  }
}
