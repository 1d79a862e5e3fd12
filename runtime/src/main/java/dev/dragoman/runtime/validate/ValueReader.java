package dev.dragoman.runtime.validate;

import dev.dragoman.runtime.Scalars;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads values as they are meant: where a schema leaves no doubt, a string that spells a number, a
 * boolean, an array or an object becomes that, a number or boolean a string, and a scalar a list of
 * one. Nothing else is changed. Serves one call.
 */
final class ValueReader {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Map<Schema, List<Schema>> structures = new HashMap<>();
  private final Map<Schema, Set<JsonType>> types = new HashMap<>();

  JsonNode read(Schema schema, JsonNode value) {
    return read(List.of(schema), value);
  }

  private JsonNode read(List<Schema> candidates, JsonNode value) {
    if (candidates.isEmpty() || value.isNull()) {
      return value;
    }
    JsonNode meant = meant(types(candidates), value);
    if (meant instanceof ObjectNode object) {
      return members(candidates, object);
    }
    return meant instanceof ArrayNode array ? items(candidates, array) : meant;
  }

  private Set<JsonType> types(List<Schema> candidates) {
    Set<JsonType> all = EnumSet.noneOf(JsonType.class);
    for (Schema candidate : candidates) {
      all.addAll(types.computeIfAbsent(candidate, Structure::types));
    }
    return all;
  }

  private Stream<Schema> structure(List<Schema> candidates) {
    return candidates.stream()
        .flatMap(one -> structures.computeIfAbsent(one, Structure::all).stream());
  }

  private ObjectNode members(List<Schema> candidates, ObjectNode object) {
    ObjectNode read = NODES.objectNode();
    object.forEachEntry(
        (name, member) -> {
          List<Schema> declared =
              structure(candidates)
                  .map(schema -> schema.properties().get(name))
                  .flatMap(Stream::ofNullable)
                  .toList();
          read.set(name, read(declared, member));
        });
    return read;
  }

  private ArrayNode items(List<Schema> candidates, ArrayNode array) {
    List<Schema> items =
        structure(candidates).map(Schema::items).flatMap(Optional::stream).toList();
    ArrayNode read = NODES.arrayNode();
    array.values().forEach(item -> read.add(read(items, item)));
    return read;
  }

  private static JsonNode meant(Set<JsonType> types, JsonNode value) {
    if (JsonType.isAnyTypeOf(types, value)) {
      return value;
    }
    Optional<JsonNode> container = container(types, value);
    Optional<JsonNode> scalar = value.isContainer() ? Optional.empty() : scalar(types, value);
    return container.or(() -> scalar).or(() -> listOfOne(types, value)).orElse(value);
  }

  private static Optional<JsonNode> container(Set<JsonType> types, JsonNode value) {
    if (types.contains(JsonType.OBJECT) && Scalars.object(value).isPresent()) {
      return Scalars.object(value).map(JsonNode.class::cast);
    }
    return types.contains(JsonType.ARRAY)
        ? Scalars.array(value).map(JsonNode.class::cast)
        : Optional.empty();
  }

  private static Optional<JsonNode> scalar(Set<JsonType> types, JsonNode value) {
    if (types.contains(JsonType.NUMBER) && Scalars.decimal(value).isPresent()) {
      return Scalars.decimal(value).map(NODES::numberNode);
    } else if (types.contains(JsonType.INTEGER) && Scalars.integer(value).isPresent()) {
      return Scalars.integer(value).map(NODES::numberNode);
    } else if (types.contains(JsonType.BOOLEAN) && Scalars.bool(value).isPresent()) {
      return Scalars.bool(value).map(NODES::booleanNode);
    }
    return types.contains(JsonType.STRING)
        ? Scalars.string(value).map(NODES::stringNode)
        : Optional.empty();
  }

  /** A scalar, or a file, where a list is wanted. */
  private static Optional<JsonNode> listOfOne(Set<JsonType> types, JsonNode value) {
    boolean one = value.isValueNode() || value.path("base64").isString();
    return one && types.contains(JsonType.ARRAY) && !types.contains(JsonType.OBJECT)
        ? Optional.of(NODES.arrayNode().add(value))
        : Optional.empty();
  }
}
