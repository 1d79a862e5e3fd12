package dev.dragoman.generator.plan.schema;

import dev.dragoman.generator.model.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Recognizes schemas that are enums of strings. */
public final class EnumValues {
  /**
   * Maximum number of constants: a larger enum is of no help to a reader and may exceed the limits
   * of a class file.
   */
  public static final int MAX = 100;

  private EnumValues() {}

  /**
   * The values of an enum of strings, if there are at most {@link #MAX} of them. Null among the
   * values is ignored.
   */
  public static Optional<List<String>> of(Json.Obj schema) {
    return all(schema).filter(values -> values.size() <= MAX);
  }

  /**
   * The values of an enum of strings of any length. Null among the values is ignored; any other
   * value means that it is not an enum of strings.
   */
  public static Optional<List<String>> all(Json.Obj schema) {
    if (!SchemaLookup.type(schema).filter("string"::equals).isPresent()) {
      return Optional.empty();
    }
    Set<String> values = new LinkedHashSet<>();
    for (Json value : schema.items("enum")) {
      if (value instanceof Json.Str string) {
        values.add(string.value());
      } else if (!(value instanceof Json.Null)) {
        return Optional.empty();
      }
    }
    return values.isEmpty() ? Optional.empty() : Optional.of(new ArrayList<>(values));
  }
}
