package dev.dragoman.runtime.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a JSON value as an expected type; empty if it is not of that type.
 *
 * <p>Agents confuse {@code 5} and {@code "5"}, and some send arrays and objects as strings that
 * contain them. Both are accepted because neither loses information; no other value is converted.
 */
public final class Scalars {
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]{0,999})(\\.[0-9]{1,999})?([eE][+-]?[0-9]{1,9})?");

  /** Maximum number of digits to which an integer with an exponent is expanded. */
  private static final int MAX_DIGITS = 1000;

  private Scalars() {}

  /** A string; a number or boolean is converted to its characters. */
  public static Optional<String> string(JsonNode value) {
    return value.isString() || value.isNumber() || value.isBoolean()
        ? Optional.of(JsonWriter.scalarText(value))
        : Optional.empty();
  }

  /** An integer; {@code 1.0} and {@code "1"} are accepted, {@code 1.5} is not. */
  public static Optional<BigInteger> integer(JsonNode value) {
    return decimal(value)
        .filter(number -> (long) number.precision() - number.scale() <= MAX_DIGITS)
        .filter(number -> number.signum() == 0 || number.stripTrailingZeros().scale() <= 0)
        .map(number -> number.signum() == 0 ? BigInteger.ZERO : number.toBigInteger());
  }

  /** A number, or a string that matches JSON's number grammar (RFC 8259, section 6). */
  public static Optional<BigDecimal> decimal(JsonNode value) {
    if (value.isNumber()) {
      return Optional.of(JsonWriter.scalarText(value))
          .filter(Scalars::isNumber)
          .map(BigDecimal::new);
    }
    return value.isString() && isNumber(value.stringValue())
        ? Optional.of(new BigDecimal(value.stringValue()))
        : Optional.empty();
  }

  /** Excludes {@code 007} and values that JSON cannot contain: {@code NaN}, {@code Infinity}. */
  private static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches();
  }

  /** A boolean, or one of the strings {@code "true"} and {@code "false"}. */
  public static Optional<Boolean> bool(JsonNode value) {
    if (value.isBoolean()) {
      return Optional.of(value.booleanValue());
    }
    String text = value.isString() ? value.stringValue() : "";
    return text.equals("true") || text.equals("false")
        ? Optional.of(text.equals("true"))
        : Optional.empty();
  }

  /** An array, a string that contains one, or a single-element array for any other scalar. */
  public static Optional<ArrayNode> list(JsonNode value) {
    Optional<ArrayNode> array = array(value);
    if (array.isPresent() || !value.isValueNode() || value.isNull()) {
      return array;
    }
    return Optional.of(JsonNodeFactory.instance.arrayNode().add(value));
  }

  /** An array, or a string that contains one. */
  public static Optional<ArrayNode> array(JsonNode value) {
    return container(value, "[").filter(JsonNode::isArray).map(found -> (ArrayNode) found);
  }

  /** An object, or a string that contains one. */
  public static Optional<ObjectNode> object(JsonNode value) {
    return container(value, "{").filter(JsonNode::isObject).map(found -> (ObjectNode) found);
  }

  private static Optional<JsonNode> container(JsonNode value, String opening) {
    return value.isString() && value.stringValue().strip().startsWith(opening)
        ? JsonReader.forClients().find(value.stringValue())
        : Optional.of(value);
  }
}
