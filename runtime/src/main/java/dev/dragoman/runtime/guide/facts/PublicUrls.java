package dev.dragoman.runtime.guide.facts;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whether a service on the Internet can reach a URL. Decided by the URL alone: names are not
 * resolved.
 */
final class PublicUrls {
  /** Three numbers of an IPv4 address. */
  private static final String REST = "(\\.[0-9]+){3}";

  /**
   * Names for local use, and addresses that are loopback, link-local, private or shared (RFC 1918,
   * RFC 4193, RFC 6598).
   */
  private static final Pattern LOCAL =
      Pattern.compile(
          "(.*\\.)?(localhost|local|internal|lan|test|home\\.arpa)"
              + ("|(0|10|127)" + REST)
              + "|(192\\.168|169\\.254|172\\.(1[6-9]|2[0-9]|3[01])|100\\.(6[4-9]|[7-9][0-9]|1[01][0-9]|12[0-7]))"
              + "(\\.[0-9]+){2}"
              + "|\\[([0:]*:[01]?|f[cd].*|fe[89ab].*)]"
              + "|[^.\\[]+");

  private PublicUrls() {}

  static boolean isPublic(URI url) {
    String host = url.getHost();
    return "https".equalsIgnoreCase(url.getScheme())
        && host != null
        && !LOCAL.matcher(host.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "")).matches();
  }
}
