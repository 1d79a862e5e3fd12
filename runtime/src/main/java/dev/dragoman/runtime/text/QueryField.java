package dev.dragoman.runtime.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A field of a query or of a form ({@code application/x-www-form-urlencoded}). One without {@code
 * =} has an empty value (URL Standard, section 5.1).
 *
 * @param raw name and value as they are sent, percent-encoded
 */
public record QueryField(String raw) {
  public QueryField {
    Objects.requireNonNull(raw);
  }

  /** A field with this name and value, which are encoded. */
  public static QueryField of(String name, String value) {
    return new QueryField(encoded(name) + "=" + encoded(value));
  }

  /** The fields of a query or form, in order. */
  public static List<QueryField> all(String text) {
    return Arrays.stream(text.split("&", -1))
        .filter(field -> !field.isEmpty())
        .map(QueryField::new)
        .toList();
  }

  /** The decoded name; may be empty. */
  public String name() {
    int equals = raw.indexOf('=');
    return decoded(equals < 0 ? raw : raw.substring(0, equals));
  }

  /** The decoded value. */
  public String value() {
    int equals = raw.indexOf('=');
    return equals < 0 ? "" : decoded(raw.substring(equals + 1));
  }

  /** The decoded text; the same text if it is not encoded properly. */
  public static String decoded(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
