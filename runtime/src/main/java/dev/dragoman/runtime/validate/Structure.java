package dev.dragoman.runtime.validate;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a schema says together with those that apply at the same place. */
final class Structure {
  private Structure() {}

  /** The schema and all that a value has to fit as well. */
  static List<Schema> whole(Schema schema) {
    List<Schema> found = new ArrayList<>();
    collect(schema, false, noneSeen(), found);
    return found;
  }

  /** The same with all that a value may choose among. */
  static List<Schema> all(Schema schema) {
    List<Schema> found = new ArrayList<>();
    collect(schema, true, noneSeen(), found);
    return found;
  }

  private static void collect(
      Schema schema, boolean choices, Set<Schema> seen, List<Schema> found) {
    if (!seen.add(schema)) {
      return;
    }
    found.add(schema);
    schema.parts().forEach(part -> collect(part, choices, seen, found));
    if (choices) {
      schema.choices().stream()
          .flatMap(List::stream)
          .forEach(choice -> collect(choice, true, seen, found));
    }
  }

  /** The types that a value can have; all where that is not clear. */
  static Set<JsonType> types(Schema schema) {
    return types(schema, noneSeen());
  }

  private static Set<JsonType> types(Schema schema, Set<Schema> seen) {
    if (!seen.add(schema)) {
      return JsonType.ALL;
    }
    Set<JsonType> types = EnumSet.copyOf(schema.types());
    for (Schema part : schema.parts()) {
      types.retainAll(types(part, seen));
    }
    for (List<Schema> choice : schema.choices()) {
      Set<JsonType> any = EnumSet.noneOf(JsonType.class);
      choice.forEach(branch -> any.addAll(types(branch, seen)));
      types.retainAll(any);
    }
    if (schema.isNullable()) {
      types.add(JsonType.NULL);
    }
    seen.remove(schema);
    return types.isEmpty() ? JsonType.ALL : types;
  }

  /** Whether a member's name is declared by the schema or one that applies at its place. */
  static boolean declares(Schema schema, String name) {
    return all(schema).stream().anyMatch(one -> one.properties().containsKey(name));
  }

  /** The schemas of a member, wherever one is declared. */
  static Stream<Schema> member(Schema schema, String name) {
    return all(schema).stream().map(one -> one.properties().get(name)).flatMap(Stream::ofNullable);
  }

  private static Set<Schema> noneSeen() {
    return new HashSet<>();
  }
}
