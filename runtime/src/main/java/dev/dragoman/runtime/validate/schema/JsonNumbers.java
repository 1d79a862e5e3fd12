package dev.dragoman.runtime.validate.schema;

import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Compares numbers as JSON Schema does: by value, regardless of their spelling. */
final class JsonNumbers {
  /** Maximum number of digits before or after the decimal point in a calculation. */
  private static final int MAX_DIGITS = 1000;

  private JsonNumbers() {}

  /** The value; empty if it is not a finite number. */
  static Optional<BigDecimal> decimal(JsonNode value) {
    boolean floating = value.isDouble() || value.isFloat();
    if (!value.isNumber() || (floating && !Double.isFinite(value.doubleValue()))) {
      return Optional.empty();
    }
    return Optional.of(value.decimalValue());
  }

  /**
   * Whether a number is an integer, in any spelling: {@code 1.0} is one (2020-12 core, section
   * 4.2.3).
   */
  static boolean isInteger(JsonNode value) {
    return value.isIntegralNumber() || decimal(value).filter(JsonNumbers::isWhole).isPresent();
  }

  private static boolean isWhole(BigDecimal number) {
    return number.signum() == 0 || number.scale() <= 0 || number.stripTrailingZeros().scale() <= 0;
  }

  /** Whether a number is a multiple; true if that would take too long to compute. */
  static boolean isMultiple(BigDecimal number, BigDecimal factor) {
    return !isSmall(number) || !isSmall(factor) || number.remainder(factor).signum() == 0;
  }

  /**
   * Whether computing a remainder takes a short time; a large difference of exponents would expand
   * the digits.
   */
  private static boolean isSmall(BigDecimal number) {
    return Math.abs((long) number.scale()) <= MAX_DIGITS && number.precision() <= MAX_DIGITS;
  }
}
