package dev.dragoman.generator.plan.paging;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.plan.schema.SchemaLookup;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a value can look like according to its schema: through references, {@code allOf}, and all
 * alternatives of {@code oneOf} and {@code anyOf}.
 */
final class BodyShape {
  /** Unions in unions: bounds circular ones. */
  private static final int MAX_UNIONS = 3;

  /** Parts and alternatives of one schema that are looked at. */
  private static final int MAX_VARIANTS = 300;

  private final SchemaLookup schemas;

  BodyShape(SchemaLookup schemas) {
    this.schemas = schemas;
  }

  /** The members that an object can have, in document order. */
  Map<String, Json> members(Json schema) {
    Map<String, Json> all = new LinkedHashMap<>();
    variants(schema, MAX_UNIONS)
        .forEach(
            part -> {
              Json.Obj own = part.object("properties");
              if (own != null) {
                own.members().forEach(all::putIfAbsent);
              }
            });
    return all;
  }

  /** All parts of a schema that describe the value: each {@code allOf} part and alternative. */
  private Stream<Json.Obj> variants(Json schema, int unions) {
    List<Json.Obj> parts = schemas.parts(schemas.resolve(schema));
    Stream<Json.Obj> alternatives =
        unions == 0
            ? Stream.empty()
            : parts.stream()
                .flatMap(part -> Stream.of("oneOf", "anyOf").flatMap(key -> items(part, key)))
                .flatMap(one -> variants(one, unions - 1));
    return Stream.concat(parts.stream(), alternatives).limit(MAX_VARIANTS);
  }

  private static Stream<Json> items(Json.Obj part, String key) {
    return part.items(key).stream();
  }

  /** The types that a value can have, except null; empty if the schema does not tell. */
  Set<String> types(Json schema) {
    Set<String> types = new LinkedHashSet<>();
    variants(schema, MAX_UNIONS)
        .forEach(
            part -> {
              List<String> own = SchemaLookup.types(part);
              types.addAll(own);
              if (own.isEmpty() && part.get("items") != null) {
                types.add("array");
              } else if (own.isEmpty() && part.get("properties") != null) {
                types.add("object");
              }
            });
    types.remove("null");
    return types;
  }

  /** Whether a value is always a list. */
  boolean isList(Json schema) {
    return types(schema).equals(Set.of("array"));
  }

  /** Whether an object can have members that the schema does not name. */
  boolean isOpen(Json schema) {
    return variants(schema, MAX_UNIONS)
        .anyMatch(
            part ->
                part.object("additionalProperties") != null
                    || part.isTrue("additionalProperties")
                    || part.get("patternProperties") != null);
  }

  /** Whether the schema declares an object without saying anything about its members. */
  boolean isUnknown(Json schema) {
    return types(schema).equals(Set.of("object")) && members(schema).isEmpty();
  }

  /** The schema of a list's items. */
  Optional<Json> item(Json list) {
    return variants(list, MAX_UNIONS)
        .flatMap(part -> Stream.ofNullable(part.get("items")))
        .findFirst();
  }

  /** Whether the items of a list are objects, or may be. */
  boolean hasObjects(Json list) {
    Set<String> types = item(list).map(this::types).orElse(Set.of());
    return types.isEmpty() || types.contains("object");
  }

  boolean isBoolean(Json schema) {
    return types(schema).equals(Set.of("boolean"));
  }

  boolean isNumber(Json schema) {
    Set<String> types = types(schema);
    return !types.isEmpty() && Set.of("integer", "number").containsAll(types);
  }

  /** Whether a value can be the one for a next page: a string or a number. */
  boolean isScalar(Json schema) {
    return types(schema).stream().allMatch(Set.of("string", "integer", "number")::contains);
  }

  /** Whether a value is a URL, as far as the schema tells. */
  boolean isUrl(Json schema) {
    return text(schema, "format")
        .filter(format -> format.matches("ur[il](-reference)?"))
        .isPresent();
  }

  /** Whether a value is a date or time. */
  boolean isTime(Json schema) {
    return text(schema, "format").filter(format -> format.matches("date|date-time")).isPresent();
  }

  /** A string in a schema, e.g. its description; siblings of references count, too. */
  Optional<String> text(Json schema, String name) {
    return Stream.concat(objects(schema), variants(schema, MAX_UNIONS))
        .flatMap(part -> Stream.ofNullable(part.text(name)))
        .findFirst();
  }

  /** A value in a schema, e.g. its default. */
  Optional<Json> value(Json schema, String name) {
    return Stream.concat(objects(schema), variants(schema, MAX_UNIONS))
        .flatMap(part -> Stream.ofNullable(part.get(name)))
        .findFirst();
  }

  private static Stream<Json.Obj> objects(Json schema) {
    return schema instanceof Json.Obj object ? Stream.of(object) : Stream.empty();
  }
}
