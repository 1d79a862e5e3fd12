package dev.dragoman.runtime.validate.schema;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * Writes a value so that equal values have equal text (2020-12 core, section 4.2.2): numbers by
 * value, members by name. Strings can be compared and sorted in bounded time, unlike nodes, which
 * only hash: texts with the same hash code are easily constructed.
 */
final class CanonicalJson {
  private final StringBuilder text = new StringBuilder();

  private CanonicalJson() {}

  /** The canonical text of a value. */
  public static String of(JsonNode value) {
    CanonicalJson canonical = new CanonicalJson();
    canonical.write(value);
    return canonical.text.toString();
  }

  /** A number: its digits without trailing zeros, and the power of ten; never expanded. */
  public static String of(BigDecimal number) {
    if (number.signum() == 0) {
      return "0";
    }
    BigDecimal digits = new BigDecimal(number.unscaledValue()).stripTrailingZeros();
    long exponent = -((long) number.scale() + digits.scale());
    return digits.unscaledValue() + "e" + exponent;
  }

  private void write(JsonNode value) {
    if (value.isObject()) {
      text.append('{');
      sorted(value)
          .forEach(
              (name, member) -> {
                string(name);
                write(member);
              });
      text.append('}');
    } else if (value.isArray()) {
      text.append('[');
      value.values().forEach(this::write);
      text.append(']');
    } else {
      scalar(value);
    }
  }

  private static Map<String, JsonNode> sorted(JsonNode object) {
    Map<String, JsonNode> members = new TreeMap<>();
    object.forEachEntry(members::put);
    return members;
  }

  private void scalar(JsonNode value) {
    Optional<BigDecimal> number = JsonNumbers.decimal(value);
    if (number.isPresent()) {
      text.append('n').append(of(number.get())).append(';');
    } else if (value.isString()) {
      string(value.stringValue());
    } else {
      text.append(value.asString()).append(';');
    }
  }

  /** The length prefix separates strings where one ends with the beginning of the next. */
  private void string(String string) {
    text.append('"').append(string.length()).append(':').append(string);
  }
}
