package dev.dragoman.generator.plan.wire.expected;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The text of values in requests. */
final class Texts {
  /** Numbers with a larger exponent are written in scientific notation. */
  private static final int MAX_ZEROS = 64;

  private Texts() {}

  /** A scalar without quotes, or an array or object as JSON, for which no style is defined. */
  static String plain(JsonNode value) {
    return value.isString() ? value.stringValue() : json(value);
  }

  /** Compact JSON: members in their order, numbers with all digits. */
  static String json(JsonNode value) {
    if (value.isArray()) {
      return value.valueStream().map(Texts::json).collect(Collectors.joining(",", "[", "]"));
    } else if (value.isObject()) {
      return value
          .propertyStream()
          .map(member -> quoted(member.getKey()) + ":" + json(member.getValue()))
          .collect(Collectors.joining(",", "{", "}"));
    }
    return value.isNumber() ? digits(value.decimalValue()) : value.toString();
  }

  /** JSON in ASCII characters only, for headers (RFC 8259, section 7). */
  static String asciiJson(JsonNode value) {
    return json(value)
        .chars()
        .mapToObj(unit -> unit < 128 ? Character.toString(unit) : String.format("\\u%04X", unit))
        .collect(Collectors.joining());
  }

  private static String quoted(String text) {
    return JsonNodeFactory.instance.stringNode(text).toString();
  }

  private static String digits(BigDecimal number) {
    return number.scale() < -MAX_ZEROS ? number.toString() : number.toPlainString();
  }

  /**
   * The value without undefined parts (RFC 6570, section 2.3): null, empty lists and empty objects.
   */
  static Optional<JsonNode> defined(JsonNode value) {
    if (value.isArray()) {
      ArrayNode kept = JsonNodeFactory.instance.arrayNode();
      value.values().forEach(item -> defined(item).ifPresent(kept::add));
      return Optional.<JsonNode>of(kept).filter(array -> !array.isEmpty());
    } else if (value.isObject()) {
      ObjectNode kept = JsonNodeFactory.instance.objectNode();
      value.forEachEntry((name, item) -> defined(item).ifPresent(one -> kept.set(name, one)));
      return Optional.<JsonNode>of(kept).filter(object -> !object.isEmpty());
    }
    return Optional.of(value).filter(scalar -> !scalar.isNull());
  }
}
