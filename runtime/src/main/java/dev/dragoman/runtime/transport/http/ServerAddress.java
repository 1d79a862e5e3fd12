package dev.dragoman.runtime.transport.http;

import dev.dragoman.runtime.server.http.HttpExchange;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address under which a client has reached this server. Its host is one that the server may be
 * reached by, and nothing else of a request becomes part of it: what a gateway says of a path that
 * it has removed is not checked by anyone.
 */
final class ServerAddress {
  private static final Pattern PROTOCOL =
      Pattern.compile("(?:^|[;,])\\s*proto=\"?(https?)\"?\\s*(?:[;,]|$)", Pattern.CASE_INSENSITIVE);

  private ServerAddress() {}

  /**
   * The address, such as {@code https://mcp.example.com/context}.
   *
   * @param allowed whether the server may be reached by a host, with or without a port
   */
  static URI of(HttpExchange exchange, Predicate<String> allowed) {
    String host =
        single(exchange, "X-Forwarded-Host").filter(allowed).orElseGet(() -> host(exchange));
    String scheme = isSecure(exchange) ? "https" : "http";
    return URI.create(
        scheme + "://" + host.toLowerCase(Locale.ROOT) + encoded(exchange.contextPath()));
  }

  private static String host(HttpExchange exchange) {
    return single(exchange, "Host").orElse("localhost");
  }

  private static Optional<String> single(HttpExchange exchange, String name) {
    List<String> values = exchange.headers(name);
    return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
  }

  /** A gateway that ends TLS says so in a header of its own or in the standard one (RFC 7239). */
  private static boolean isSecure(HttpExchange exchange) {
    if (exchange.isSecure()
        || single(exchange, "X-Forwarded-Proto").filter("https"::equalsIgnoreCase).isPresent()) {
      return true;
    }
    Matcher forwarded = PROTOCOL.matcher(String.join(",", exchange.headers("Forwarded")));
    return forwarded.find() && forwarded.group(1).equalsIgnoreCase("https");
  }

  /** A context path has no characters that need encoding, or the container has encoded them. */
  private static String encoded(String contextPath) {
    return contextPath.matches("(/[A-Za-z0-9._~%!$&'()*+,=:@-]+)*") ? contextPath : "";
  }
}
