package dev.dragoman.generator.plan.wire;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.model.JsonText;
import dev.dragoman.generator.plan.JavaType;
import dev.dragoman.generator.plan.JavaType.EnumOf;
import dev.dragoman.generator.plan.JavaType.ListOf;
import dev.dragoman.generator.plan.JavaType.Model;
import dev.dragoman.generator.plan.JavaType.Simple;
import dev.dragoman.runtime.execute.mock.SchemaSampler;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Deterministic values that match schemas. */
final class Samples {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final JsonMapper json =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();
  private final Map<String, Json> definitions;
  private final Map<String, Optional<JsonNode>> parsed = new HashMap<>();

  /**
   * Creates samples.
   *
   * @param definitions the referenced schemas by canonical reference
   */
  Samples(Map<String, Json> definitions) {
    this.definitions = definitions;
  }

  /** A value that matches a schema. */
  JsonNode of(Json schema) {
    return SchemaSampler.sample(node(schema), this::definition);
  }

  private Optional<JsonNode> definition(String reference) {
    return parsed.computeIfAbsent(
        reference, key -> Optional.ofNullable(definitions.get(key)).map(this::node));
  }

  private JsonNode node(Json value) {
    return json.readTree(JsonText.of(value));
  }

  /**
   * A value that matches a schema if it also matches the Java type, otherwise one that matches the
   * type.
   */
  JsonNode of(Json schema, JavaType type) {
    JsonNode sample = of(schema);
    JsonNode fitting = fits(sample, type) ? sample : plain(type);
    return type instanceof ListOf list ? atLeastTwo((ArrayNode) fitting, list.element()) : fitting;
  }

  /** Adds items to a list: a single item looks the same in every style, two items do not. */
  private static ArrayNode atLeastTwo(ArrayNode items, JavaType type) {
    while (items.size() < 2) {
      items.add(items.isEmpty() ? plain(type) : another(items.get(0), type));
    }
    return items;
  }

  private static JsonNode another(JsonNode item, JavaType type) {
    boolean several = type instanceof EnumOf enumOf && enumOf.plan().constants().size() > 1;
    return several ? NODES.stringNode(((EnumOf) type).plan().constants().get(1).wire()) : item;
  }

  private static boolean fits(JsonNode value, JavaType type) {
    if (type instanceof EnumOf enumOf) {
      return value.isString()
          && enumOf.plan().constants().stream().anyMatch(c -> c.wire().equals(value.stringValue()));
    }
    if (type instanceof ListOf list) {
      return value.isArray() && value.values().stream().allMatch(v -> fits(v, list.element()));
    }
    if (type instanceof Model model) {
      return model.isEnum() ? value.isString() : value.isObject();
    }
    return switch ((Simple) type) {
      case STRING -> value.isString() && !value.stringValue().isBlank();
      case INT -> value.isIntegralNumber() && value.canConvertToInt();
      case LONG -> value.isIntegralNumber() && value.canConvertToLong();
      case BIG_INTEGER -> value.isIntegralNumber();
      case DECIMAL -> value.isNumber();
      case BOOLEAN -> value.isBoolean();
      case OBJECT -> value.isObject();
      case ARRAY -> value.isArray();
      case JSON -> !value.isNull();
    };
  }

  private static JsonNode plain(JavaType type) {
    if (type instanceof EnumOf enumOf) {
      return NODES.stringNode(enumOf.plan().constants().get(0).wire());
    }
    if (type instanceof ListOf list) {
      return NODES.arrayNode().add(plain(list.element()));
    }
    if (type instanceof Model model) {
      return model.isEnum() ? NODES.stringNode("text") : NODES.objectNode();
    }
    return switch ((Simple) type) {
      case STRING, JSON -> NODES.stringNode("text");
      case INT, LONG, BIG_INTEGER, DECIMAL -> NODES.numberNode(1);
      case BOOLEAN -> NODES.booleanNode(true);
      case OBJECT -> NODES.objectNode();
      case ARRAY -> NODES.arrayNode();
    };
  }
}
