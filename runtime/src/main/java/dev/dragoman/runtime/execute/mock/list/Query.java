package dev.dragoman.runtime.execute.mock.list;

import dev.dragoman.runtime.text.QueryField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The query of a request. */
public record Query(List<QueryField> fields) {
  public Query {
    fields = List.copyOf(fields);
  }

  public static Query of(String rawQuery) {
    return new Query(QueryField.all(rawQuery));
  }

  /** The value of a field, decoded; of several with one name, the last. */
  public Optional<String> get(String name) {
    List<String> values = all(name);
    return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
  }

  /** The values of all fields with one name, decoded. */
  List<String> all(String name) {
    return fields.stream()
        .filter(field -> !name.isEmpty() && field.name().equals(name))
        .map(QueryField::value)
        .toList();
  }

  /** The same query with one field of this name, which has this value. */
  Query with(String name, String value) {
    List<QueryField> changed = new ArrayList<>(fields);
    int index = fields.stream().map(QueryField::name).toList().indexOf(name);
    QueryField field = QueryField.of(name, value);
    if (index < 0) {
      changed.add(field);
    } else {
      changed.set(index, field);
      changed.subList(index + 1, changed.size()).removeIf(other -> other.name().equals(name));
    }
    return new Query(changed);
  }

  /** As it is sent. */
  String raw() {
    return fields.stream().map(QueryField::raw).collect(Collectors.joining("&"));
  }
}
