package dev.dragoman.runtime.validate;

import dev.dragoman.runtime.json.Scalars;
import dev.dragoman.runtime.validate.schema.JsonType;
import dev.dragoman.runtime.validate.schema.Schema;
import dev.dragoman.runtime.validate.schema.Structures;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
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
 * Converts values to the types in a schema: where it is unambiguous, a string that spells a number,
 * a boolean, an array or an object becomes one, a number or boolean becomes a string, and a scalar
 * becomes a list of one element. Nothing else is changed. Serves one call.
 */
final class ValueReader {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final int READ_COST = 100;

  /** Maximum depth, including values inside strings; deeper values are not converted. */
  private static final int MAX_DEPTH = 250;

  private final Structures structures;
  private int depth;

  ValueReader(Structures structures) {
    this.structures = structures;
  }

  JsonNode read(Schema schema, JsonNode value) {
    return read(List.of(schema), value);
  }

  private JsonNode read(Collection<Schema> candidates, JsonNode value) {
    long cost = READ_COST * (1L + candidates.size());
    if (candidates.isEmpty()
        || value.isNull()
        || depth >= MAX_DEPTH
        || !structures.work().spend(cost)) {
      return value;
    }
    depth++;
    JsonNode read = inside(candidates, value);
    depth--;
    return read;
  }

  private JsonNode inside(Collection<Schema> candidates, JsonNode value) {
    JsonNode converted = converted(types(candidates), value);
    if (converted instanceof ObjectNode object) {
      return members(candidates, object);
    }
    return converted instanceof ArrayNode array ? items(candidates, array) : converted;
  }

  private Set<JsonType> types(Collection<Schema> candidates) {
    Set<JsonType> all = EnumSet.noneOf(JsonType.class);
    for (Schema candidate : candidates) {
      all.addAll(structures.types(candidate));
    }
    return all;
  }

  private ObjectNode members(Collection<Schema> candidates, ObjectNode object) {
    ObjectNode read = NODES.objectNode();
    object.forEachEntry(
        (name, member) -> {
          Stream<Schema> declared =
              candidates.stream().flatMap(one -> structures.member(one, name));
          read.set(name, read(distinct(declared), member));
        });
    return read;
  }

  private ArrayNode items(Collection<Schema> candidates, ArrayNode array) {
    Collection<Schema> items =
        distinct(
            candidates.stream()
                .flatMap(one -> structures.all(one).stream())
                .map(Schema::items)
                .flatMap(Optional::stream));
    ArrayNode read = NODES.arrayNode();
    array.values().forEach(item -> read.add(read(items, item)));
    return read;
  }

  /** Two schemas that refer to the same one would otherwise double the work at each level. */
  private static Collection<Schema> distinct(Stream<Schema> schemas) {
    Map<Schema.Key, Schema> byKey = new LinkedHashMap<>();
    schemas.forEach(schema -> byKey.putIfAbsent(schema.key(), schema));
    return byKey.values();
  }

  private static JsonNode converted(Set<JsonType> types, JsonNode value) {
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

  /** A scalar, or a file, where a list is expected. */
  private static Optional<JsonNode> listOfOne(Set<JsonType> types, JsonNode value) {
    boolean one = value.isValueNode() || value.path("base64").isString();
    return one && types.contains(JsonType.ARRAY) && !types.contains(JsonType.OBJECT)
        ? Optional.of(NODES.arrayNode().add(value))
        : Optional.empty();
  }
}
