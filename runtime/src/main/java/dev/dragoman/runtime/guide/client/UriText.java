package dev.dragoman.runtime.guide.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Parts of URIs (RFC 3986). */
final class UriText {
  private UriText() {}

  /** A value percent-encoded for a query, as {@code encodeURIComponent} of JavaScript does. */
  static String component(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
