package dev.dragoman.runtime.auth;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** Tells whether a bearer token looks like a JWT (RFC 7519), good or bad, without parsing it. */
final class JwtShape {
  /** Three parts, signed or not (RFC 7515), or five, encrypted (RFC 7516); padding is not one's. */
  private static final Pattern PARTS =
      Pattern.compile("[A-Za-z0-9_=-]+(\\.[A-Za-z0-9_=-]*){2}((\\.[A-Za-z0-9_=-]*){2})?");

  private JwtShape() {}

  /** Whether the parts are there and the first one is an object in Base64, as all headers are. */
  static boolean of(String token) {
    if (!PARTS.matcher(token).matches()) {
      return false;
    }
    String header = token.substring(0, token.indexOf('.')).replace("=", "");
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(header);
      return new String(bytes, StandardCharsets.UTF_8).stripLeading().startsWith("{");
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }
}
