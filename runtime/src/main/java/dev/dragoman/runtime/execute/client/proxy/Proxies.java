package dev.dragoman.runtime.execute.client.proxy;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The proxies of a server.
 *
 * @param http for http URLs
 * @param https for https URLs
 * @param exceptions hosts that are called without
 */
public record Proxies(Optional<Proxy> http, Optional<Proxy> https, ProxyExceptions exceptions) {
  /** Every server is called directly. */
  public static final Proxies NONE =
      new Proxies(Optional.empty(), Optional.empty(), ProxyExceptions.parse(""));

  public Proxies {
    Objects.requireNonNull(http);
    Objects.requireNonNull(https);
    Objects.requireNonNull(exceptions);
  }

  /**
   * The proxy for a server.
   *
   * @param host in lower case; an IPv6 address without brackets
   */
  public Optional<Proxy> forServer(boolean secure, String host, int port) {
    Optional<Proxy> proxy = secure ? https : http;
    return proxy.filter(one -> !exceptions.contain(host, port));
  }

  /** The credentials of the proxies in every form in which a response could repeat them. */
  public List<String> spellings() {
    return Stream.concat(http.stream(), https.stream())
        .flatMap(Proxy::spellings)
        .distinct()
        .toList();
  }
}
