package dev.dragoman.generator.plan.schema;

import dev.dragoman.generator.model.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which schemas are enums of strings that Java can say well. */
public final class EnumValues {
  /** An enum with more values says nothing to a reader and may not fit into a class file. */
  public static final int MAX = 100;

  private EnumValues() {}

  /** The values of an enum of strings that is not too long; null among them does not count. */
  public static Optional<List<String>> of(Json.Obj schema) {
    return all(schema).filter(values -> values.size() <= MAX);
  }

  /** The values of an enum of strings of any length. */
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
