package dev.dragoman.runtime.execute.mock.list;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The query of a request.
 *
 * @param fields as they were sent, encoded
 */
public record Query(List<String> fields) {
  public Query {
    fields = List.copyOf(fields);
  }

  public static Query of(String rawQuery) {
    return new Query(
        Arrays.stream(rawQuery.split("&", -1)).filter(field -> !field.isEmpty()).toList());
  }

  /** The value of a field, decoded; of several with one name, the last. */
  public Optional<String> get(String name) {
    List<String> values = all(name);
    return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
  }

  /** The values of all fields with one name, decoded. */
  List<String> all(String name) {
    return fields.stream()
        .filter(field -> !name.isEmpty() && name(field).equals(name))
        .map(Query::value)
        .toList();
  }

  /** The same query with one field of this name, which has this value. */
  Query with(String name, String value) {
    List<String> changed = new ArrayList<>(fields);
    int index = fields.stream().map(Query::name).toList().indexOf(name);
    String field = encoded(name) + "=" + encoded(value);
    if (index < 0) {
      changed.add(field);
    } else {
      changed.set(index, field);
      changed.subList(index + 1, changed.size()).removeIf(other -> name(other).equals(name));
    }
    return new Query(changed);
  }

  /** As it is sent. */
  String raw() {
    return String.join("&", fields);
  }

  private static String name(String field) {
    int equals = field.indexOf('=');
    return decoded(equals < 0 ? field : field.substring(0, equals));
  }

  /** A field without {@code =} is empty (URL Standard, section 5.1). */
  private static String value(String field) {
    int equals = field.indexOf('=');
    return equals < 0 ? "" : decoded(field.substring(equals + 1));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException malformed) {
      return text;
    }
  }
}
