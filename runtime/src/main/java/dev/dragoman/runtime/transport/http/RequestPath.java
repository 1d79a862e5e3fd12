package dev.dragoman.runtime.transport.http;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The normal form of a request path, without insignificant differences added by gateways and
 * people. Unreserved characters need no encoding (RFC 3986, section 6.2.2.2), and trailing and
 * duplicate slashes are removed. Everything else is kept as sent: case, dots, parameters and
 * encoded slashes distinguish paths.
 */
final class RequestPath {
  private static final Pattern ENCODED = Pattern.compile("%([0-9A-Fa-f]{2})");
  private static final Pattern SLASHES = Pattern.compile("/{2,}");
  private static final int HEXADECIMAL = 16;

  private RequestPath() {}

  static String normal(String path) {
    String decoded = ENCODED.matcher(path).replaceAll(RequestPath::decoded);
    String single = SLASHES.matcher(decoded).replaceAll("/");
    return single.length() > 1 && single.endsWith("/")
        ? single.substring(0, single.length() - 1)
        : single;
  }

  private static String decoded(MatchResult encoded) {
    char character = (char) Integer.parseInt(encoded.group(1), HEXADECIMAL);
    boolean letterOrDigit =
        (character >= 'a' && character <= 'z')
            || (character >= 'A' && character <= 'Z')
            || (character >= '0' && character <= '9');
    return letterOrDigit || "-._~".indexOf(character) >= 0
        ? String.valueOf(character)
        : encoded.group();
  }
}
