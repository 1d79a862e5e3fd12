package dev.dragoman.runtime.transport.http;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/**
 * Which pages may send requests, and under which names the server may be reached: the guard against
 * DNS rebinding (MCP 2026-07-28, "Security &amp; Endpoint").
 */
final class SourcePolicy {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Pattern SCHEME = Pattern.compile("^https?://");
  private static final Pattern AUTHORITY =
      Pattern.compile("(?<host>\\[[0-9a-f:.]+]|[a-z0-9._-]+)(?::(?<port>[0-9]{1,5}))?");

  private final Set<String> hosts;
  private final Set<String> origins;

  SourcePolicy(Set<String> hosts, Set<String> origins) {
    this.hosts = lowerCase(hosts);
    this.origins = lowerCase(origins);
  }

  boolean allows(Request request) {
    List<String> host = request.getHeaders().getValuesList(HttpHeader.HOST);
    List<String> origin = request.getHeaders().getValuesList(HttpHeader.ORIGIN);
    return host.size() == 1
        && allowsHost(host.get(0))
        && allowsTarget(request)
        && (origin.isEmpty() || (origin.size() == 1 && allowsOrigin(origin.get(0))));
  }

  /** A request target may name a host of its own (RFC 9112, section 3.2.2). */
  private boolean allowsTarget(Request request) {
    String authority = request.getHttpURI().getAuthority();
    return authority == null || allowsHost(authority);
  }

  private boolean allowsHost(String value) {
    String authority = value.toLowerCase(Locale.ROOT);
    Matcher matcher = AUTHORITY.matcher(authority);
    return matcher.matches()
        && (LOOPBACK.contains(matcher.group("host"))
            || hosts.contains(matcher.group("host"))
            || hosts.contains(authority));
  }

  private boolean allowsOrigin(String value) {
    String origin = value.toLowerCase(Locale.ROOT);
    return origins.contains(origin) || isLoopback(origin);
  }

  private static boolean isLoopback(String origin) {
    Matcher authority = AUTHORITY.matcher(SCHEME.matcher(origin).replaceFirst(""));
    return SCHEME.matcher(origin).lookingAt()
        && authority.matches()
        && LOOPBACK.contains(authority.group("host"));
  }

  private static Set<String> lowerCase(Set<String> values) {
    return values.stream()
        .map(value -> value.toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }
}
