package dev.dragoman.runtime.tool.script;

import dev.dragoman.runtime.catalog.Catalog;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The names of the fields that a response can have, from the schema of the first successful
 * response: {@code {"fields": {NAME: SHAPE}}}, {@code {"items": SHAPE}} or {@code {}} for a value
 * about which nothing is known. All alternatives count, because a response can be any of them.
 */
final class ResponseShape {
  private static final int MAX_DEPTH = 8;
  private static final int MAX_FIELDS = 3_000;

  private final Function<String, Optional<JsonNode>> resolver;
  private int fields;

  private ResponseShape(Function<String, Optional<JsonNode>> resolver) {
    this.resolver = resolver;
  }

  /** The shape of an operation's response; empty if its schema says nothing. */
  static Optional<ObjectNode> of(Catalog catalog, int ordinal) {
    JsonNode responses = catalog.details(ordinal).path("responses");
    return responses.properties().stream()
        .filter(response -> response.getKey().startsWith("2"))
        .min(Map.Entry.comparingByKey(Comparator.naturalOrder()))
        .map(Map.Entry::getValue)
        .flatMap(response -> response.path("content").properties().stream().findFirst())
        .map(content -> content.getValue().path("schema"))
        .map(schema -> new ResponseShape(catalog::schema).shape(schema, 0, Set.of()))
        .filter(shape -> shape.has("fields") || shape.has("items"));
  }

  private ObjectNode shape(JsonNode schema, int depth, Set<String> above) {
    ObjectNode shape = JsonNodeFactory.instance.objectNode();
    if (depth <= MAX_DEPTH) {
      add(shape, schema, depth, new HashSet<>(above));
    }
    return shape;
  }

  private void add(ObjectNode shape, JsonNode schema, int depth, Set<String> above) {
    String reference = schema.path("$ref").asString("");
    if (!reference.isEmpty() && above.add(reference)) {
      Optional<JsonNode> target = resolver.apply(reference);
      target.ifPresent(found -> add(shape, found, depth, above));
      if (target.isEmpty()) {
        shape.put("open", true);
      }
    } else if (!reference.isEmpty()) {
      shape.put("open", true);
    }
    for (String keyword : new String[] {"allOf", "oneOf", "anyOf"}) {
      schema.path(keyword).values().forEach(part -> add(shape, part, depth, above));
    }
    schema
        .path("properties")
        .forEachEntry((name, member) -> field(shape, name, member, depth, above));
    if (schema.path("additionalProperties").isObject()
        || schema.path("additionalProperties").asBoolean(false)
        || schema.has("patternProperties")
        || isAnything(schema)) {
      shape.put("open", true);
    }
    if (schema.path("items").isObject() && !shape.has("items")) {
      shape.set("items", shape(schema.path("items"), depth + 1, above));
    }
  }

  /** Whether a schema says nothing about the members of an object. */
  private static boolean isAnything(JsonNode schema) {
    boolean object = !schema.has("type") || schema.path("type").asString("").equals("object");
    return object
        && Stream.of("$ref", "allOf", "oneOf", "anyOf", "properties", "items", "enum", "const")
            .noneMatch(schema::has);
  }

  private void field(ObjectNode shape, String name, JsonNode member, int depth, Set<String> above) {
    ObjectNode known = shape.withObjectProperty("fields");
    if (++fields > MAX_FIELDS) {
      shape.put("open", true);
    } else if (!known.has(name)) {
      known.set(name, shape(member, depth + 1, above));
    }
  }
}
