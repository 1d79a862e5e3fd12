package dev.dragoman.runtime.auth;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Detects bearer tokens that look like a JWT (RFC 7519), valid or not, without parsing them. */
final class JwtShape {
  /**
   * Three parts, signed or not (RFC 7515), or five, encrypted (RFC 7516); padding is not allowed.
   */
  private static final Pattern PARTS =
      Pattern.compile("[A-Za-z0-9_=-]+(\\.[A-Za-z0-9_=-]*){2}((\\.[A-Za-z0-9_=-]*){2})?");

  private static final Pattern SEPARATOR = Pattern.compile("[\\s,;:\"']+");

  private JwtShape() {}

  /** Whether the token, or any word in it, has the parts of a JWT. */
  static boolean of(String token) {
    return token.indexOf('.') >= 0 && (isJwt(token) || words(token).anyMatch(JwtShape::isJwt));
  }

  /**
   * The words of a credential such as {@code Token abc} or {@code Token token="abc", id=1}, without
   * the names of values.
   */
  static Stream<String> words(String credential) {
    return SEPARATOR
        .splitAsStream(credential)
        .flatMap(word -> Stream.of(word, word.substring(word.indexOf('=') + 1)))
        .filter(word -> !word.isEmpty());
  }

  /** Whether the parts exist and the first one is a Base64-encoded object, as every header is. */
  private static boolean isJwt(String token) {
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
