package dev.dragoman.generator.lock;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.model.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The constraints of a schema, as text that remains the same if only descriptions or the order of
 * members change.
 *
 * @param text JSON with sorted members
 * @param references the definitions to which it refers
 */
public record SchemaText(String text, Set<String> references) {
  private static final Set<String> FOR_PEOPLE =
      Set.of(
          "title", "description", "example", "examples", "externalDocs", "deprecated", "$comment");
  private static final Set<String> MAPS_OF_SCHEMAS =
      Set.of("properties", "patternProperties", "$defs", "definitions", "dependentSchemas");
  private static final Set<String> VALUES =
      Set.of("enum", "const", "default", "required", "type", "discriminator", "xml");
  private static final Set<String> UNORDERED = Set.of("enum", "required", "type");

  public SchemaText {
    references = Set.copyOf(references);
  }

  /** The text of a schema. */
  public static SchemaText of(Json schema) {
    Set<String> references = new TreeSet<>();
    Json sorted = schema(schema, references);
    return new SchemaText(JsonText.of(sorted), references);
  }

  private static Json schema(Json value, Set<String> references) {
    if (value instanceof Json.Arr array) {
      List<Json> items = array.items().stream().map(item -> schema(item, references)).toList();
      return new Json.Arr(items, value.location());
    }
    if (!(value instanceof Json.Obj object)) {
      return value;
    }
    String reference = object.text("$ref");
    if (reference != null) {
      references.add(reference);
    }
    Map<String, Json> members = new TreeMap<>();
    object
        .members()
        .forEach(
            (name, member) -> {
              if (!FOR_PEOPLE.contains(name) && !name.startsWith("x-")) {
                members.put(name, keyword(name, member, references));
              }
            });
    return new Json.Obj(members, value.location());
  }

  /**
   * The value of a keyword. Members of {@code properties} and the like are names, so that a
   * property named {@code description} is kept.
   */
  private static Json keyword(String name, Json value, Set<String> references) {
    if (VALUES.contains(name)) {
      return UNORDERED.contains(name) ? unordered(value) : sorted(value);
    }
    if (MAPS_OF_SCHEMAS.contains(name) && value instanceof Json.Obj map) {
      Map<String, Json> members = new TreeMap<>();
      map.members().forEach((key, member) -> members.put(key, schema(member, references)));
      return new Json.Obj(members, value.location());
    }
    return schema(value, references);
  }

  private static Json unordered(Json value) {
    if (!(value instanceof Json.Arr array)) {
      return value;
    }
    Map<String, Json> items = new TreeMap<>();
    array.items().forEach(item -> items.put(JsonText.of(sorted(item)), sorted(item)));
    return new Json.Arr(List.copyOf(items.values()), value.location());
  }

  /** A value that is data rather than a schema: all of its members count, whatever their names. */
  private static Json sorted(Json value) {
    if (value instanceof Json.Arr array) {
      return new Json.Arr(
          array.items().stream().map(SchemaText::sorted).toList(), value.location());
    }
    if (value instanceof Json.Obj object) {
      Map<String, Json> members = new TreeMap<>();
      object.members().forEach((name, member) -> members.put(name, sorted(member)));
      return new Json.Obj(new LinkedHashMap<>(members), value.location());
    }
    return value;
  }
}
