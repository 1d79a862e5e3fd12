package dev.dragoman.runtime.request;

import dev.dragoman.runtime.json.JsonWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Converts the values of typed requests to JSON and determines which of them are present. */
final class RequestValues {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private RequestValues() {}

  /** Converts a Java value to the JSON that is sent; Java null becomes JSON null. */
  static JsonNode of(@Nullable Object value) {
    if (value == null) {
      return NODES.nullNode();
    } else if (value instanceof JsonNode node) {
      return node;
    } else if (value instanceof JsonObject object) {
      return object.json();
    } else if (value instanceof WireValue wire) {
      return NODES.stringNode(wire.wire());
    } else if (value instanceof Boolean flag) {
      return NODES.booleanNode(flag);
    } else if (value instanceof Number number) {
      return number(number);
    } else if (value instanceof Iterable<?> items) {
      ArrayNode array = NODES.arrayNode();
      items.forEach(item -> array.add(of(item)));
      return array;
    } else if (value instanceof Map<?, ?> members) {
      ObjectNode object = NODES.objectNode();
      members.forEach((name, member) -> object.set(String.valueOf(name), of(member)));
      return object;
    }
    return NODES.stringNode(value.toString());
  }

  private static JsonNode number(Number number) {
    if (number instanceof BigDecimal decimal) {
      return NODES.numberNode(decimal);
    }
    return number instanceof Double || number instanceof Float
        ? NODES.numberNode(new BigDecimal(number.toString()))
        : NODES.numberNode(new BigInteger(number.toString()));
  }

  /**
   * The part of a value that is written outside JSON. Nulls, and arrays and objects that contain
   * only nulls, are undefined (RFC 6570, section 2.3) and omitted; an empty string is not.
   */
  static Optional<JsonNode> defined(JsonNode value) {
    if (value.isArray()) {
      ArrayNode array = NODES.arrayNode();
      value.values().forEach(item -> defined(item).ifPresent(array::add));
      return array.isEmpty() ? Optional.empty() : Optional.of(array);
    } else if (value.isObject()) {
      ObjectNode object = NODES.objectNode();
      value.forEachEntry((name, item) -> defined(item).ifPresent(kept -> object.set(name, kept)));
      return object.isEmpty() ? Optional.empty() : Optional.of(object);
    }
    return value.isNull() || value.isMissingNode() ? Optional.empty() : Optional.of(value);
  }

  /**
   * The characters of a scalar; for a nested array or object, which no style supports, its JSON
   * text.
   */
  static String text(JsonNode value) {
    return value.isContainer() ? JsonWriter.write(value) : JsonWriter.scalarText(value);
  }
}
