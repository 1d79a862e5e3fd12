package dev.dragoman.runtime.request;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/**
 * Percent-encoding (RFC 3986, section 2.1) of UTF-8 text, for the places a value can stand in.
 *
 * <p>Each constant names the characters that stay as they are besides letters and digits.
 */
enum PercentEncoding {
  /** All but the unreserved characters: what OpenAPI calls the safest approach. */
  STRICT("-._~", false),
  /**
   * {@code allowReserved} in a query (RFC 6570, section 3.2.3). Of the reserved characters, {@code
   * #[]} may not stand in a query (RFC 3986, section 3.4), and {@code &} and {@code +} have a
   * meaning of their own there.
   */
  RESERVED_IN_QUERY("-._~:/?@!$'()*,;=", true),
  /** {@code allowReserved} in a path: what a segment may hold (RFC 3986, {@code pchar}). */
  RESERVED_IN_PATH("-._~:@!$&'()*+,;=", true),
  /** {@code allowReserved} in a cookie, which has no delimiter among them but the semicolon. */
  RESERVED("-._~:/?#[]@!$&'()*+,;=", true),
  /** The text of a path template around its variables: slashes stay, too. */
  PATH_LITERAL("-._~:@!$&'()*+,;=/", true),
  /** The fixed query of a path template. */
  QUERY_LITERAL("-._~:/?@!$'()*,;=&+", true),
  /**
   * {@code application/x-www-form-urlencoded} (WHATWG URL, section 5.2): a blank becomes a plus.
   */
  FORM_URLENCODED("*-._", false),
  /** Nothing is encoded: headers and multipart fields. */
  NONE("", false);

  private static final String HEX = "0123456789ABCDEF";

  private final String kept;
  private final boolean keepsTriplets;

  PercentEncoding(String kept, boolean keepsTriplets) {
    this.kept = kept;
    this.keepsTriplets = keepsTriplets;
  }

  /** The encoded text. */
  String encode(String text) {
    if (this == NONE) {
      return text;
    }
    byte[] bytes = text.getBytes(UTF_8);
    StringBuilder encoded = new StringBuilder(bytes.length + 16);
    for (int index = 0; index < bytes.length; index++) {
      char unit = (char) (bytes[index] & 0xFF);
      if (keeps(unit) || (keepsTriplets && isTriplet(bytes, index))) {
        encoded.append(unit);
      } else if (this == FORM_URLENCODED && unit == ' ') {
        encoded.append('+');
      } else {
        encoded.append('%').append(HEX.charAt(unit >> 4)).append(HEX.charAt(unit & 15));
      }
    }
    return encoded.toString();
  }

  private boolean keeps(char unit) {
    return (unit >= 'a' && unit <= 'z')
        || (unit >= 'A' && unit <= 'Z')
        || (unit >= '0' && unit <= '9')
        || kept.indexOf(unit) >= 0;
  }

  private static boolean isTriplet(byte[] bytes, int index) {
    return bytes[index] == '%'
        && index + 2 < bytes.length
        && isHex(bytes[index + 1])
        && isHex(bytes[index + 2]);
  }

  private static boolean isHex(byte unit) {
    return Character.digit((char) unit, 16) >= 0;
  }

  /** The text that a percent-encoded text stands for; a stray percent sign stays. */
  static String decode(String encoded) {
    byte[] bytes = encoded.getBytes(UTF_8);
    ByteBuffer decoded = ByteBuffer.allocate(bytes.length);
    for (int index = 0; index < bytes.length; index++) {
      if (isTriplet(bytes, index)) {
        decoded.put((byte) Integer.parseInt(new String(bytes, index + 1, 2, US_ASCII), 16));
        index += 2;
      } else {
        decoded.put(bytes[index]);
      }
    }
    return new String(decoded.array(), 0, decoded.position(), UTF_8);
  }
}
