package dev.dragoman.runtime.transport.http;

import dev.dragoman.runtime.server.http.HttpExchange;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which pages may send requests, and under which names the server may be reached: protects against
 * DNS rebinding (MCP 2026-07-28, "Security &amp; Endpoint").
 */
final class SourcePolicy {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Pattern SCHEME = Pattern.compile("^(?<scheme>https?)://");
  private static final Map<String, String> DEFAULT_PORTS = Map.of("http", "80", "https", "443");
  private static final Pattern AUTHORITY =
      Pattern.compile("(?<host>\\[[0-9a-f:.]+]|[a-z0-9._-]+)(?::(?<port>[0-9]{1,5}))?");

  private final Set<String> hosts;
  private final Set<String> origins;

  SourcePolicy(Set<String> hosts, Set<String> origins) {
    this.hosts = normal(hosts, host -> host.toLowerCase(Locale.ROOT));
    this.origins = normal(origins, SourcePolicy::normalOrigin);
  }

  boolean allows(HttpExchange exchange) {
    List<String> origin = exchange.headers("Origin");
    return allowsHosts(exchange)
        && (origin.isEmpty()
            || (origin.size() == 1
                && (allowsOrigin(origin.get(0)) || isOwn(exchange, origin.get(0)))));
  }

  /** Whether the server may be reached by the host that the request names. */
  boolean allowsHosts(HttpExchange exchange) {
    List<String> host = exchange.headers("Host");
    return host.size() == 1 && allowsHost(host.get(0)) && allowsTarget(exchange, host.get(0));
  }

  /** A request target may contain its own host (RFC 9112, section 3.2.2). */
  private boolean allowsTarget(HttpExchange exchange, String allowed) {
    return exchange
        .authority()
        .map(target -> target.equals(allowed) || allowsHost(target))
        .orElse(true);
  }

  /** Whether the server may be reached by a host, with or without a port. */
  boolean allowsHost(String value) {
    Matcher matcher = AUTHORITY.matcher(value.toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      return false;
    }
    String host = withoutDot(matcher.group("host"));
    String port = matcher.group("port");
    return LOOPBACK.contains(host)
        || hosts.contains(host)
        || (port == null
            ? DEFAULT_PORTS.values().stream().anyMatch(one -> hosts.contains(host + ":" + one))
            : hosts.contains(host + ":" + port));
  }

  /** A fully qualified name may end in a dot. */
  private static String withoutDot(String host) {
    return host.length() > 1 && host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
  }

  private boolean allowsOrigin(String value) {
    String origin = normalOrigin(value);
    return origins.contains(origin) || isLoopback(origin);
  }

  /**
   * Whether a page of this server sends the request: its origin has the host of the request, which
   * the server may be reached by, and its browser says that it is the same origin (Fetch Metadata,
   * "Sec-Fetch-Site"), which tells a page that came over plain HTTP from one that came over TLS.
   * Browsers say so to every server but those reached over plain HTTP.
   */
  private static boolean isOwn(HttpExchange exchange, String origin) {
    String own = normalOrigin(origin);
    Matcher scheme = SCHEME.matcher(own);
    if (!scheme.lookingAt()
        || !own.equals(normalOrigin(scheme.group() + exchange.headers("Host").get(0)))) {
      return false;
    }
    List<String> site = exchange.headers("Sec-Fetch-Site");
    return site.isEmpty()
        ? scheme.group("scheme").equals("http")
        : site.equals(List.of("same-origin"));
  }

  /** Lower case, without the scheme's default port; browsers omit it, people may not. */
  private static String normalOrigin(String value) {
    String origin = value.toLowerCase(Locale.ROOT);
    Matcher scheme = SCHEME.matcher(origin);
    if (!scheme.lookingAt()) {
      return origin;
    }
    String port = ":" + DEFAULT_PORTS.get(scheme.group("scheme"));
    return origin.endsWith(port) ? origin.substring(0, origin.length() - port.length()) : origin;
  }

  private static boolean isLoopback(String origin) {
    Matcher authority = AUTHORITY.matcher(SCHEME.matcher(origin).replaceFirst(""));
    return SCHEME.matcher(origin).lookingAt()
        && authority.matches()
        && LOOPBACK.contains(authority.group("host"));
  }

  private static Set<String> normal(Set<String> values, UnaryOperator<String> form) {
    return values.stream()
        .map(value -> form.apply(value.replaceFirst("(?<=[^/])/$", "")))
        .collect(Collectors.toUnmodifiableSet());
  }
}
