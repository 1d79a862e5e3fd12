package dev.dragoman.generator.spec.node;

import java.util.regex.Pattern;

/**
 * Which names are valid in an HTTP message. A name from a document becomes part of requests, so
 * that it must not be able to start another header.
 */
public final class HttpNames {
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Pattern COOKIE_NAME = Pattern.compile("[^\\x00-\\x20\\x7F-\\x9F;=,\"]+");
  private static final Pattern LINE = Pattern.compile("[^\\x00-\\x1F\\x7F-\\x9F]+");

  private HttpNames() {}

  /** A token (RFC 9110, section 5.6.2): names of headers, methods and authentication schemes. */
  public static boolean isToken(String text) {
    return TOKEN.matcher(text).matches();
  }

  /** More permissive than RFC 6265, section 4.1.1: frameworks use brackets in names. */
  public static boolean isCookieName(String text) {
    return COOKIE_NAME.matcher(text).matches();
  }

  /** Whether a name contains characters that would end it, or the header, in an HTTP message. */
  static boolean splitsMessage(String text) {
    return text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0 || text.indexOf('\0') >= 0;
  }

  /** Whether a text is a single line without control characters. */
  public static boolean isLine(String text) {
    return LINE.matcher(text).matches();
  }
}
