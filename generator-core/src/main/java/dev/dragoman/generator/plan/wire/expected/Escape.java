package dev.dragoman.generator.plan.wire.expected;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.regex.Pattern;

/** Percent-encoding with the encoder of the JDK (OpenAPI 3.2, appendix E; RFC 6570, 3.2.1). */
enum Escape {
  /** Everything but the unreserved characters of RFC 3986: the operators other than {@code +}. */
  UNRESERVED(""),
  /** {@code allowReserved} in a query: what RFC 3986, 3.4, allows but {@code &} and {@code +}. */
  QUERY(":/?@!$'()*,;="),
  /** {@code allowReserved} in a path: {@code pchar} (RFC 3986, section 3.3). */
  SEGMENT(":@!$&'()*+,;="),
  /** All reserved characters (RFC 3986, section 2.2). */
  RESERVED(":/?#[]@!$&'()*+,;="),
  /** The literal path of a template. */
  PATH(":@!$&'()*+,;=/"),
  /** The literal query of a template. */
  FIXED_QUERY(":/?@!$'()*,;=&+"),
  /** {@code application/x-www-form-urlencoded} (WHATWG URL, section 5.2). */
  FORM("") {
    @Override
    String of(String text) {
      return URLEncoder.encode(text, UTF_8);
    }
  },
  /** Headers, cookies of style {@code cookie} and multipart fields are not encoded. */
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

  /** The JDK's form encoding knows two characters that RFC 3986 does not. */
  private static String hex(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20").replace("*", "%2A");
  }
}
