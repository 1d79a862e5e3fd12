package dev.dragoman.runtime.execute;

import java.util.Set;

/** Properties of HTTP methods. */
public final class HttpMethods {
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "QUERY");

  private HttpMethods() {}

  /**
   * Whether a request with this method changes nothing and may be sent again (RFC 9110, section
   * 9.2.1; {@code QUERY} by draft-ietf-httpbis-safe-method-w-body).
   *
   * @param method in upper case
   */
  public static boolean isSafe(String method) {
    return SAFE.contains(method);
  }
}
