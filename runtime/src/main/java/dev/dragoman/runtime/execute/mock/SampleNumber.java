package dev.dragoman.runtime.execute.mock;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A number within a schema's bounds. */
final class SampleNumber {
  private SampleNumber() {}

  /**
   * A number that matches the bounds and {@code multipleOf} of a schema, if they can be met
   * together.
   */
  static JsonNode of(JsonNode schema, boolean integer) {
    BigDecimal step = number(schema, "multipleOf").filter(one -> one.signum() > 0).orElse(null);
    BigDecimal value = within(schema, integer);
    if (step != null) {
      value = value.divide(step, 0, RoundingMode.CEILING).multiply(step);
    }
    if (!integer) {
      return JsonNodeFactory.instance.numberNode(value);
    }
    return JsonNodeFactory.instance.numberNode(
        value.setScale(0, RoundingMode.CEILING).toBigInteger());
  }

  /** 1 if it is within the bounds, otherwise the nearest number that is. */
  private static BigDecimal within(JsonNode schema, boolean integer) {
    Optional<BigDecimal> low = number(schema, "minimum");
    Optional<BigDecimal> high = number(schema, "maximum");
    boolean aboveLow = schema.path("exclusiveMinimum").asBoolean(false);
    boolean belowHigh = schema.path("exclusiveMaximum").asBoolean(false);
    if (number(schema, "exclusiveMinimum").isPresent()) {
      low = number(schema, "exclusiveMinimum");
      aboveLow = true;
    }
    if (number(schema, "exclusiveMaximum").isPresent()) {
      high = number(schema, "exclusiveMaximum");
      belowHigh = true;
    }
    BigDecimal step = integer ? BigDecimal.ONE : gap(low, high);
    BigDecimal value = BigDecimal.ONE;
    BigDecimal least = low.map(aboveLow ? one -> one.add(step) : one -> one).orElse(value);
    BigDecimal most = high.map(belowHigh ? one -> one.subtract(step) : one -> one).orElse(value);
    if (low.isPresent() && value.compareTo(least) < 0) {
      value = least;
    }
    return high.isPresent() && value.compareTo(most) > 0 ? most : value;
  }

  /** The distance from an exclusive bound: half the way to the other one. */
  private static BigDecimal gap(Optional<BigDecimal> low, Optional<BigDecimal> high) {
    return low.flatMap(from -> high.map(to -> to.subtract(from)))
        .filter(range -> range.signum() > 0)
        .map(range -> range.divide(BigDecimal.valueOf(2), MathContext.DECIMAL64))
        .orElse(BigDecimal.ONE)
        .min(BigDecimal.ONE);
  }

  /**
   * The value of a keyword; numbers with huge exponents are ignored, because computing with them
   * would expand their digits.
   */
  private static Optional<BigDecimal> number(JsonNode schema, String keyword) {
    JsonNode number = schema.path(keyword);
    boolean sensible = number.isNumber() && Math.abs(number.decimalValue().scale()) < 400;
    return sensible ? Optional.of(number.decimalValue()) : Optional.empty();
  }
}
