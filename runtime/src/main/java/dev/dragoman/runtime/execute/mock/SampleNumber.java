package dev.dragoman.runtime.execute.mock;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A number within a schema's bounds. */
final class SampleNumber {
  private SampleNumber() {}

  /** A bound that may itself be outside. */
  private record Bound(BigDecimal value, boolean exclusive) {}

  /**
   * A number that matches the bounds and {@code multipleOf} of a schema, if they can be met
   * together.
   */
  static JsonNode of(JsonNode schema, boolean integer) {
    Optional<Bound> low = bound(schema, "minimum", "exclusiveMinimum", Comparator.naturalOrder());
    Optional<Bound> high = bound(schema, "maximum", "exclusiveMaximum", Comparator.reverseOrder());
    Optional<BigDecimal> step = number(schema, "multipleOf").filter(one -> one.signum() > 0);
    if (integer) {
      BigDecimal whole = step.map(SampleNumber::whole).orElse(BigDecimal.ONE);
      return JsonNodeFactory.instance.numberNode(multiple(low, high, whole).toBigInteger());
    }
    return JsonNodeFactory.instance.numberNode(
        step.map(one -> multiple(low, high, one)).orElseGet(() -> between(low, high)));
  }

  /** The stricter one of two keywords; the second is a boolean in OpenAPI 3.0. */
  private static Optional<Bound> bound(
      JsonNode schema, String inclusive, String exclusive, Comparator<BigDecimal> strict) {
    boolean flag = schema.path(exclusive).asBoolean(false) && schema.path(exclusive).isBoolean();
    Optional<Bound> one = number(schema, inclusive).map(value -> new Bound(value, flag));
    Optional<Bound> other = number(schema, exclusive).map(value -> new Bound(value, true));
    return Stream.of(other, one)
        .flatMap(Optional::stream)
        .reduce((left, right) -> strict.compare(right.value(), left.value()) > 0 ? right : left);
  }

  /** The least integer that is a multiple of a step. */
  private static BigDecimal whole(BigDecimal step) {
    BigInteger scale = BigInteger.TEN.pow(Math.max(0, step.scale()));
    BigInteger parts = step.multiply(new BigDecimal(scale)).toBigInteger();
    return new BigDecimal(parts.divide(parts.gcd(scale)));
  }

  /** The first multiple from 1 if it is within the bounds, otherwise the nearest one that is. */
  private static BigDecimal multiple(Optional<Bound> low, Optional<Bound> high, BigDecimal step) {
    BigDecimal least =
        low.map(bound -> rounded(bound, step, RoundingMode.CEILING))
            .orElse(BigDecimal.ONE)
            .max(BigDecimal.ONE.divide(step, 0, RoundingMode.CEILING));
    return high.map(bound -> rounded(bound, step, RoundingMode.FLOOR))
        .orElse(least)
        .min(least)
        .multiply(step);
  }

  /** The number of steps to the multiple that is nearest to a bound, and within it. */
  private static BigDecimal rounded(Bound bound, BigDecimal step, RoundingMode inside) {
    BigDecimal steps = bound.value().divide(step, 0, inside);
    boolean outside = bound.exclusive() && steps.multiply(step).compareTo(bound.value()) == 0;
    BigDecimal one = inside == RoundingMode.CEILING ? BigDecimal.ONE : BigDecimal.ONE.negate();
    return outside ? steps.add(one) : steps;
  }

  /** 1 if it is within the bounds, otherwise the nearest number that is. */
  private static BigDecimal between(Optional<Bound> low, Optional<Bound> high) {
    BigDecimal gap = gap(low, high);
    BigDecimal least =
        low.map(bound -> bound.exclusive() ? bound.value().add(gap) : bound.value())
            .orElse(BigDecimal.ONE)
            .max(BigDecimal.ONE);
    return high.map(bound -> bound.exclusive() ? bound.value().subtract(gap) : bound.value())
        .orElse(least)
        .min(least);
  }

  /** The distance from an exclusive bound: half the way to the other one. */
  private static BigDecimal gap(Optional<Bound> low, Optional<Bound> high) {
    return low.flatMap(from -> high.map(to -> to.value().subtract(from.value())))
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
