package dev.dragoman.runtime.validate.schema;

import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Numbers as JSON Schema compares them: by value, whatever their spelling. */
final class JsonNumbers {
  /** Digits before or after the point beyond which nothing is calculated. */
  private static final int MAX_DIGITS = 1000;

  private JsonNumbers() {}

  /** The value; empty for what is no finite number. */
  static Optional<BigDecimal> decimal(JsonNode value) {
    boolean floating = value.isDouble() || value.isFloat();
    if (!value.isNumber() || (floating && !Double.isFinite(value.doubleValue()))) {
      return Optional.empty();
    }
    return Optional.of(value.decimalValue());
  }

  static boolean isInteger(JsonNode value) {
    return value.isIntegralNumber() || decimal(value).filter(JsonNumbers::isWhole).isPresent();
  }

  private static boolean isWhole(BigDecimal number) {
    return number.signum() == 0 || number.scale() <= 0 || number.stripTrailingZeros().scale() <= 0;
  }

  /** Whether a number is a multiple; true when that would take too long to find out. */
  static boolean isMultiple(BigDecimal number, BigDecimal factor) {
    return !isSmall(number) || !isSmall(factor) || number.remainder(factor).signum() == 0;
  }

  private static boolean isSmall(BigDecimal number) {
    return Math.abs((long) number.scale()) <= MAX_DIGITS && number.precision() <= MAX_DIGITS;
  }
}
