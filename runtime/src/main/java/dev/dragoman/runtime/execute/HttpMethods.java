package dev.dragoman.runtime.execute;

import java.util.Set;

/** Properties of HTTP methods. */
public final class HttpMethods {
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "QUERY");

  private static final Set<String> IDEMPOTENT = Set.of("TRACE", "PUT", "DELETE");

  private HttpMethods() {}

  /**
   * Whether a request with this method changes nothing (RFC 9110, section 9.2.1; {@code QUERY} by
   * draft-ietf-httpbis-safe-method-w-body).
   *
   * @param method in upper case
   */
  public static boolean isSafe(String method) {
    return SAFE.contains(method);
  }

  /**
   * Whether a second request with this method changes nothing more (RFC 9110, section 9.2.2).
   *
   * @param method in upper case
   */
  public static boolean isIdempotent(String method) {
    return isSafe(method) || IDEMPOTENT.contains(method);
  }

  /**
   * Whether a request with this method may be sent again without a key. {@code QUERY} is left out:
   * it has content, and servers that do not know the method may treat it as they treat {@code
   * POST}.
   *
   * @param method in upper case
   */
  public static boolean isRepeatable(String method) {
    return isSafe(method) && !method.equals("QUERY");
  }
}
