package dev.dragoman.runtime.request;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/**
 * Percent-encoding (RFC 3986, section 2.1) of UTF-8 text, for the places where a value can appear.
 *
 * <p>Each constant lists the characters that are left unencoded in addition to letters and digits.
 */
enum PercentEncoding {
  /** Leaves only unreserved characters, which OpenAPI calls the safest approach. */
  STRICT("-._~", false),
  /**
   * {@code allowReserved} in a query (RFC 6570, section 3.2.3). Of the reserved characters, {@code
   * #[]} are not allowed in a query (RFC 3986, section 3.4), and {@code &} and {@code +} have a
   * special meaning there.
   */
  RESERVED_IN_QUERY("-._~:/?@!$'()*,;=", true),
  /** {@code allowReserved} in a path: the characters of a segment (RFC 3986, {@code pchar}). */
  RESERVED_IN_PATH("-._~:@!$&'()*+,;=", true),
  /**
   * {@code allowReserved} in a cookie; of these characters only the semicolon is a delimiter there.
   */
  RESERVED("-._~:/?#[]@!$&'()*+,;=", true),
  /** The literal text of a path template, in which slashes are left unencoded, too. */
  PATH_LITERAL("-._~:@!$&'()*+,;=/", true),
  /** The fixed query of a path template. */
  QUERY_LITERAL("-._~:/?@!$'()*,;=&+", true),
  /**
   * {@code application/x-www-form-urlencoded} (WHATWG URL, section 5.2): a space becomes a plus.
   */
  FORM_URLENCODED("*-._", false),
  /** No encoding: headers and multipart fields. */
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

  /** Decodes percent-encoded text; a stray percent sign is kept. */
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
