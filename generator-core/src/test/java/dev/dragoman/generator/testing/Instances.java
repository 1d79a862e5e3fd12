package dev.dragoman.generator.testing;

import dev.dragoman.generator.model.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Random values of a schema: members absent or there, nulls where they may be, members that the
 * schema does not name, large numbers, text of many scripts. The same seed gives the same values.
 */
public final class Instances {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int DEEP = 5;
  private static final int TOO_DEEP = 25;
  private static final List<String> STRINGS =
      List.of("", "plain", "ünïcödé 日本 \uD83D\uDE00", "\"quoted\" \\ / \n\t", "5", "true", "null");
  private static final List<String> DECIMALS =
      List.of("0", "1.10", "-0.5", "123456789012345678901234567890.123456789", "1E+2", "42");

  private final Map<String, Json> definitions;
  private final Random random;

  /** Values of schemas that refer to these definitions. */
  public Instances(Map<String, Json> definitions, long seed) {
    this.definitions = definitions;
    this.random = new Random(seed);
  }

  /** A value that is not null. */
  public JsonNode of(Json schema) {
    return notNull(schema, 0, Set.of());
  }

  private JsonNode of(Json given, int depth) {
    return of(given, depth, Set.of());
  }

  private JsonNode of(Json given, int depth, Set<String> alsoRequired) {
    if (!(given instanceof Json.Obj schema) || depth > TOO_DEEP) {
      return NODES.objectNode();
    }
    String reference = schema.text("$ref");
    if (reference != null) {
      return of(definitions.get(reference), depth + 1, alsoRequired);
    }
    if (nullable(schema) && random.nextInt(5) == 0) {
      return NODES.nullNode();
    }
    if (schema.get("const") != null) {
      return literal(schema.get("const"));
    }
    List<Json> values =
        schema.items("enum").stream().filter(value -> !(value instanceof Json.Null)).toList();
    if (!values.isEmpty()) {
      return literal(pick(values));
    }
    Set<String> required = new HashSet<>(alsoRequired);
    require(schema, required, 0);
    return combined(schema, depth, required);
  }

  /** Null as one part of an object would take the others' members with it. */
  private JsonNode notNull(Json part, int depth, Set<String> required) {
    JsonNode value = of(part, depth, required);
    for (int more = 0; value.isNull() && more < 50; more++) {
      value = of(part, depth, required);
    }
    return value;
  }

  /** What any part of an object requires, another part may describe. */
  private void require(Json given, Set<String> into, int depth) {
    if (!(given instanceof Json.Obj schema) || depth > DEEP) {
      return;
    }
    Json target = definitions.get(String.valueOf(schema.text("$ref")));
    if (target != null) {
      require(target, into, depth + 1);
    }
    schema.items("required").stream()
        .filter(Json.Str.class::isInstance)
        .forEach(name -> into.add(((Json.Str) name).value()));
    schema.items("allOf").forEach(part -> require(part, into, depth + 1));
  }

  private JsonNode combined(Json.Obj schema, int depth, Set<String> required) {
    JsonNode own = typed(schema, depth, required);
    ObjectNode merged = NODES.objectNode();
    boolean objects = own.isObject();
    JsonNode last = own;
    for (Json part : schema.items("allOf")) {
      last = notNull(part, depth + 1, required);
      objects &= last.isObject();
      merge(merged, last);
    }
    for (String union : List.of("oneOf", "anyOf")) {
      if (!schema.items(union).isEmpty()) {
        last = of(pick(schema.items(union)), depth + 1, required);
        objects &= last.isObject();
        merge(merged, last);
      }
    }
    merge(merged, own);
    if (objects) {
      return merged;
    }
    return schema.get("type") == null ? last : own;
  }

  private static void merge(ObjectNode into, JsonNode part) {
    if (part instanceof ObjectNode object) {
      object.forEachEntry(into::set);
    }
  }

  private JsonNode typed(Json.Obj schema, int depth, Set<String> required) {
    return switch (type(schema)) {
      case "string" -> NODES.stringNode(pick(STRINGS));
      case "integer" -> integer(schema);
      case "number" -> NODES.numberNode(new BigDecimal(pick(DECIMALS)));
      case "boolean" -> NODES.booleanNode(random.nextBoolean());
      case "null" -> NODES.nullNode();
      case "array" -> array(schema, depth);
      default -> object(schema, depth, required);
    };
  }

  private String type(Json.Obj schema) {
    List<String> types =
        schema.items("type").stream()
            .filter(Json.Str.class::isInstance)
            .map(type -> ((Json.Str) type).value())
            .filter(type -> !type.equals("null"))
            .toList();
    String single = schema.text("type");
    return single != null ? single : types.isEmpty() ? "object" : pick(types);
  }

  private JsonNode integer(Json.Obj schema) {
    boolean small = "int32".equals(schema.text("format"));
    BigInteger large = BigInteger.valueOf(9007199254740993L);
    return NODES.numberNode(
        random.nextBoolean() || small ? BigInteger.valueOf(random.nextInt()) : large);
  }

  private JsonNode array(Json.Obj schema, int depth) {
    ArrayNode array = NODES.arrayNode();
    Json items = schema.get("items");
    int size = depth > DEEP ? 0 : random.nextInt(4);
    for (int i = 0; i < size; i++) {
      array.add(items instanceof Json.Obj ? of(items, depth + 1) : NODES.stringNode("any"));
    }
    return array;
  }

  private JsonNode object(Json.Obj schema, int depth, Set<String> required) {
    ObjectNode object = NODES.objectNode();
    Json.Obj properties = schema.object("properties");
    if (properties != null) {
      properties
          .members()
          .forEach(
              (name, property) -> {
                boolean wanted = depth <= DEEP && random.nextInt(3) > 0;
                if (wanted || required.contains(name)) {
                  object.set(name, of(property, depth + 1));
                }
              });
    }
    if (random.nextInt(4) == 0) {
      object.set("x-unknown é", NODES.numberNode(new BigDecimal(pick(DECIMALS))));
      object.set("x-null", NODES.nullNode());
    }
    return object;
  }

  private static boolean nullable(Json.Obj schema) {
    return schema.isTrue("nullable")
        || schema.items("type").stream()
            .anyMatch(type -> type instanceof Json.Str word && word.value().equals("null"));
  }

  private static JsonNode literal(Json value) {
    if (value instanceof Json.Str string) {
      return NODES.stringNode(string.value());
    } else if (value instanceof Json.Num number) {
      return NODES.numberNode(new BigDecimal(number.digits()));
    }
    return value instanceof Json.Bool bool ? NODES.booleanNode(bool.value()) : NODES.nullNode();
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
