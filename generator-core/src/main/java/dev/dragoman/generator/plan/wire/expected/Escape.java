package dev.dragoman.generator.plan.wire.expected;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.regex.Pattern;

/**
 * Percent-encoding, using the encoder of the JDK (OpenAPI 3.2, appendix E; RFC 6570, section
 * 3.2.1).
 */
enum Escape {
  /**
   * Encodes everything except the unreserved characters of RFC 3986; for all operators except
   * {@code +}.
   */
  UNRESERVED(""),
  /**
   * {@code allowReserved} in a query: what RFC 3986, section 3.4, allows, except {@code &} and
   * {@code +}.
   */
  QUERY(":/?@!$'()*,;="),
  /** {@code allowReserved} in a path: {@code pchar} (RFC 3986, section 3.3). */
  SEGMENT(":@!$&'()*+,;="),
  /** All reserved characters (RFC 3986, section 2.2). */
  RESERVED(":/?#[]@!$&'()*+,;="),
  /** The fixed parts of a path template. */
  PATH(":@!$&'()*+,;=/"),
  /** The fixed query of a path template. */
  FIXED_QUERY(":/?@!$'()*,;=&+"),
  /** {@code application/x-www-form-urlencoded} (WHATWG URL, section 5.2). */
  FORM("") {
    @Override
    String of(String text) {
      return URLEncoder.encode(text, UTF_8);
    }
  },
  /** No encoding: headers, cookies of style {@code cookie} and multipart fields. */
  NONE("") {
    @Override
    String of(String text) {
      return text;
    }
  };

  private final Pattern kept;

  Escape(String reserved) {
    String triplet = reserved.isEmpty() ? "" : "|%[0-9A-Fa-f]{2}";
    kept = Pattern.compile("[" + Pattern.quote("-._~" + reserved) + "]" + triplet);
  }

  /** The encoded text. */
  String of(String text) {
    StringBuilder encoded = new StringBuilder();
    int from = 0;
    for (var match = kept.matcher(text); match.find(); from = match.end()) {
      encoded.append(hex(text.substring(from, match.start()))).append(match.group());
    }
    return encoded.append(hex(text.substring(from))).toString();
  }

  /** The JDK encodes forms, which treat two characters differently from RFC 3986. */
  private static String hex(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20").replace("*", "%2A");
  }
}
