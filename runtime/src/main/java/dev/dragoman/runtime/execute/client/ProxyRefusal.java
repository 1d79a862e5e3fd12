package dev.dragoman.runtime.execute.client;

import dev.dragoman.runtime.execute.client.proxy.Proxy;
import java.io.IOException;
import java.util.Set;

/** Thrown if a proxy does not let a request through. */
final class ProxyRefusal extends IOException {
  private static final long serialVersionUID = 1L;
  private static final int AUTHENTICATION_REQUIRED = 407;

  /** The proxy could not reach the server (RFC 9110, sections 15.6.3 to 15.6.5). */
  private static final Set<Integer> UNREACHABLE = Set.of(502, 503, 504);

  private final transient Proxy proxy;
  private final int status;

  ProxyRefusal(Proxy proxy, int status) {
    super("status " + status);
    this.proxy = proxy;
    this.status = status;
  }

  /** Whether a status is the proxy's own, and not one of the server. */
  static boolean isMeant(Route route, int status) {
    return route.isForwarded() && status == AUTHENTICATION_REQUIRED;
  }

  /** Whether the proxy tried to connect, so that trying again may help. */
  boolean isPassing() {
    return UNREACHABLE.contains(status);
  }

  /** What happened and what to do, in sentences that name the setting only. */
  String reason() {
    String who = "The proxy of " + proxy.source();
    if (status != AUTHENTICATION_REQUIRED) {
      return who
          + " does not connect to the API (status "
          + status
          + "). The operator of this server can check the rules of the proxy, or list the host in"
          + " NO_PROXY.";
    }
    return proxy.user().isPresent()
        ? who
            + " does not accept the user and password in "
            + proxy.source()
            + " (status 407). The operator of this server has to correct them."
        : who
            + " requires a user and password (status 407). The operator of this server has to add them"
            + " to "
            + proxy.source()
            + ": http://USER:PASSWORD@HOST:PORT.";
  }
}
