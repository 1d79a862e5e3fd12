package dev.dragoman.runtime.execute.client;

import java.util.Locale;
import java.util.Set;

/**
 * Header fields that belong to the connection or its framing, and that parameters of an operation
 * must not set (RFC 9110, sections 6.6, 7.2, 7.6 and 10.1.1).
 */
public final class ConnectionHeaders {
  private static final Set<String> NAMES =
      Set.of(
          "accept-encoding",
          "connection",
          "content-length",
          "expect",
          "host",
          "http2-settings",
          "keep-alive",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private ConnectionHeaders() {}

  /** Whether a header of this name, in any case, is one of them. */
  public static boolean contains(String name) {
    return NAMES.contains(name.toLowerCase(Locale.ROOT));
  }
}
