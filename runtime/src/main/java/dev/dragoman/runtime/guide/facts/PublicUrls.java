package dev.dragoman.runtime.guide.facts;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whether a service on the Internet can reach a URL. Decided by the URL alone: names are not
 * resolved.
 */
final class PublicUrls {
  /** Loopback, link-local and private addresses (RFC 1918, RFC 4193), and names for local use. */
  private static final Pattern LOCAL =
      Pattern.compile(
          "localhost|.*\\.(localhost|local|internal|lan|test|home\\.arpa)"
              + "|127\\..*|10\\..*|192\\.168\\..*|169\\.254\\..*|0\\.0\\.0\\.0"
              + "|172\\.(1[6-9]|2[0-9]|3[01])\\..*"
              + "|\\[(::1?|f[cd].*|fe80.*)\\]"
              + "|[^.\\[]+");

  private PublicUrls() {}

  static boolean isPublic(URI url) {
    String host = url.getHost();
    return "https".equalsIgnoreCase(url.getScheme())
        && host != null
        && !LOCAL.matcher(host.toLowerCase(Locale.ROOT)).matches();
  }
}
