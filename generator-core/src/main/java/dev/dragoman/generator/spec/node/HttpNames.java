package dev.dragoman.generator.spec.node;

import java.util.regex.Pattern;

/** What may stand where in an HTTP message. */
public final class HttpNames {
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Pattern COOKIE_NAME = Pattern.compile("[^\\x00-\\x20\\x7F-\\x9F;=,\"]+");
  private static final Pattern LINE = Pattern.compile("[^\\x00-\\x1F\\x7F-\\x9F]+");

  private HttpNames() {}

  /** A token (RFC 9110, section 5.6.2): names of headers, methods and authentication schemes. */
  public static boolean isToken(String text) {
    return TOKEN.matcher(text).matches();
  }

  /** Wider than RFC 6265, section 4.1.1, by the brackets that frameworks use. */
  public static boolean isCookieName(String text) {
    return COOKIE_NAME.matcher(text).matches();
  }

  /** Whether a name contains characters that would end it, or the header, in an HTTP message. */
  static boolean splitsMessage(String text) {
    return text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0 || text.indexOf('\0') >= 0;
  }

  /** Text of one line without control characters. */
  public static boolean isLine(String text) {
    return LINE.matcher(text).matches();
  }
}
