package dev.dragoman.runtime.execute.mock;

import dev.dragoman.runtime.execute.mock.value.PatternText;
import dev.dragoman.runtime.limit.WorkLimit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Generates a value that matches a JSON Schema: deterministic, and from its examples if it has any.
 * Best effort: conditions across properties are ignored, and so are patterns unless asked for.
 */
public final class SchemaSampler {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Depth below which optional values are omitted. */
  private static final int MAX_DEPTH = 8;

  /** Total number of values after which optional values are omitted. */
  private static final int MAX_VALUES = 2_000;

  /** Total number of values after which there is no sample, even if more are required. */
  private static final int TOO_MANY_VALUES = 20_000;

  private final Function<String, Optional<JsonNode>> resolver;
  private final Function<JsonNode, String> texts;
  private final WorkLimit work = WorkLimit.standard();
  private int values;

  private SchemaSampler(
      Function<String, Optional<JsonNode>> resolver, Function<JsonNode, String> texts) {
    this.resolver = resolver;
    this.texts = texts;
  }

  /**
   * A value of a schema.
   *
   * @param resolver resolves a {@code $ref}
   */
  public static JsonNode sample(JsonNode schema, Function<String, Optional<JsonNode>> resolver) {
    return sample(schema, resolver, SampleText::of);
  }

  /** The same; texts also match their patterns, as far as these are simple. */
  static JsonNode matching(JsonNode schema, Function<String, Optional<JsonNode>> resolver) {
    return sample(
        schema, resolver, text -> PatternText.of(text, 0).orElseGet(() -> SampleText.of(text)));
  }

  private static JsonNode sample(
      JsonNode schema,
      Function<String, Optional<JsonNode>> resolver,
      Function<JsonNode, String> texts) {
    JsonNode value = new SchemaSampler(resolver, texts).value(schema, 0, Set.of());
    return value == null ? NODES.nullNode() : value;
  }

  /** A value; null if the schema is infinitely recursive. */
  private @Nullable JsonNode value(JsonNode schema, int depth, Set<String> above) {
    if (values > TOO_MANY_VALUES || work.isOver()) {
      return null;
    }
    SchemaMerge merge = new SchemaMerge(resolver, above, work);
    ObjectNode flat = merge.flatten(schema);
    Optional<JsonNode> given = given(flat);
    boolean endless = ++values > TOO_MANY_VALUES || depth > 2 * MAX_DEPTH;
    if (given.isPresent()) {
      return given.get();
    } else if (merge.isCircular() || endless) {
      return isNullable(flat) ? NODES.nullNode() : null;
    }
    Set<String> inside = new LinkedHashSet<>(above);
    inside.addAll(merge.references());
    return switch (type(flat)) {
      case "object" -> object(flat, depth, inside);
      case "array" -> array(flat, depth, inside);
      case "integer" -> SampleNumber.of(flat, true);
      case "number" -> SampleNumber.of(flat, false);
      case "boolean" -> NODES.booleanNode(true);
      case "null" -> NODES.nullNode();
      default -> NODES.stringNode(texts.apply(flat));
    };
  }

  /** The value that the schema itself contains. */
  private static Optional<JsonNode> given(JsonNode schema) {
    return Stream.of(
            schema.path("const"),
            schema.path("example"),
            schema.path("examples").path(0),
            schema.path("default"),
            schema.path("enum").path(0))
        .filter(value -> !value.isMissingNode())
        .filter(value -> allows(schema, value))
        .findFirst();
  }

  /** Examples are written by hand: one that its own schema does not allow is skipped. */
  private static boolean allows(JsonNode schema, JsonNode value) {
    boolean listed = !schema.path("enum").isArray() || contains(schema.path("enum"), value);
    boolean typed =
        switch (type(schema)) {
          case "object" -> value.isObject();
          case "array" -> value.isArray();
          case "integer" -> value.isNumber();
          case "number" -> value.isNumber();
          case "boolean" -> value.isBoolean();
          case "string" -> value.isString() || !schema.has("type");
          default -> true;
        };
    return listed && (typed || (value.isNull() && isNullable(schema)));
  }

  private static boolean contains(JsonNode list, JsonNode value) {
    return list.values().contains(value);
  }

  private static boolean isNullable(JsonNode schema) {
    return schema.path("nullable").asBoolean(false)
        || schema.path("type").valueStream().anyMatch(type -> type.asString("").equals("null"))
        || schema.path("type").asString("").equals("null");
  }

  /** The type: the first of several that is not null, or the one that the keywords imply. */
  private static String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    if (type.isArray()) {
      return type.valueStream()
          .map(one -> one.asString(""))
          .filter(one -> !one.equals("null"))
          .findFirst()
          .orElse("null");
    } else if (type.isString()) {
      return type.stringValue();
    } else if (schema.has("properties") || schema.has("additionalProperties")) {
      return "object";
    }
    return schema.has("items") || schema.has("prefixItems") ? "array" : "string";
  }

  private @Nullable JsonNode object(JsonNode schema, int depth, Set<String> above) {
    ObjectNode object = NODES.objectNode();
    List<String> required =
        schema.path("required").valueStream().map(name -> name.asString("")).toList();
    for (String name : required) {
      JsonNode member = value(schema.path("properties").path(name), depth + 1, above);
      if (member == null) {
        return null;
      }
      object.set(name, member);
    }
    schema
        .path("properties")
        .forEachEntry((name, member) -> optional(object, name, member, depth, above));
    JsonNode others = schema.path("additionalProperties");
    if (object.isEmpty() && others.isObject()) {
      optional(object, "key", others, depth, above);
    }
    return object;
  }

  /**
   * Adds an optional member as long as the sample is neither too deep nor too large. Write-only
   * members do not occur in responses.
   */
  private void optional(
      ObjectNode object, String name, JsonNode schema, int depth, Set<String> above) {
    boolean forRequests = schema.path("writeOnly").asBoolean(false);
    if (!object.has(name)
        && !forRequests
        && depth < MAX_DEPTH
        && values < MAX_VALUES
        && !work.isOver()) {
      JsonNode member = value(schema, depth + 1, above);
      if (member != null) {
        object.set(name, member);
      }
    }
  }

  /**
   * An array with as many items as required, or one if there is space; null if required items are
   * infinitely recursive.
   */
  private @Nullable JsonNode array(JsonNode schema, int depth, Set<String> above) {
    ArrayNode array = NODES.arrayNode();
    int least = Math.min(schema.path("minItems").asInt(0), 100);
    int most = schema.path("maxItems").asInt(Integer.MAX_VALUE);
    List<JsonNode> schemas = new ArrayList<>(schema.path("prefixItems").values());
    boolean room = depth < MAX_DEPTH && values < MAX_VALUES;
    int wanted = Math.min(most, Math.max(least, Math.max(schemas.size(), room ? 1 : 0)));
    while (array.size() < wanted) {
      JsonNode items =
          array.size() < schemas.size() ? schemas.get(array.size()) : schema.path("items");
      JsonNode item = value(items, depth + 1, above);
      if (item == null) {
        break;
      }
      array.add(item);
    }
    return array.size() < least ? null : array;
  }
}
