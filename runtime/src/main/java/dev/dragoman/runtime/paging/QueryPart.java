package dev.dragoman.runtime.paging;

import dev.dragoman.runtime.text.QueryField;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A parameter in the query of a URL.
 *
 * @param name its decoded name, never empty
 * @param value its decoded value
 * @param raw both as they are sent, percent-encoded, with the equals sign if it has one
 */
public record QueryPart(String name, String value, String raw) {
  /** The characters of a query (RFC 3986, section 3.4) except the separator of its parts. */
  private static final Pattern SENDABLE =
      Pattern.compile("(?:[A-Za-z0-9._~!$'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*+");

  public QueryPart {
    Objects.requireNonNull(name);
    Objects.requireNonNull(value);
    Objects.requireNonNull(raw);
  }

  /** The parts of a query, in order; what it does not encode properly is encoded again. */
  public static List<QueryPart> of(String query) {
    List<QueryPart> parts = new ArrayList<>();
    for (QueryField field : QueryField.all(query)) {
      String name = field.name();
      String value = field.value();
      if (!name.isEmpty()) {
        boolean isSendable = SENDABLE.matcher(field.raw()).matches();
        QueryField sent = isSendable ? field : QueryField.of(name, value);
        parts.add(new QueryPart(name, value, sent.raw()));
      }
    }
    return parts;
  }

  /** The query of a URL or of a reference to one, without the question mark; empty without one. */
  public static String queryOf(String url) {
    int end = url.indexOf('#');
    String whole = end < 0 ? url : url.substring(0, end);
    int question = whole.indexOf('?');
    return question < 0 ? "" : whole.substring(question + 1);
  }

  /** The parts as a query. */
  public static String joined(List<QueryPart> parts) {
    return parts.stream().map(QueryPart::raw).collect(Collectors.joining("&"));
  }

  /** Whether another part says the same. */
  boolean isSame(QueryPart other) {
    return name.equals(other.name) && value.equals(other.value);
  }
}
