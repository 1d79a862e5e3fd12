package dev.dragoman.runtime.validate.schema;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** The keywords for strings and numbers, and {@code enum} (2020-12 validation, section 6). */
final class ScalarAssertions {
  private static final int CHARACTERS_PER_UNIT = 8;
  private static final int FORMAT_COST = 200;

  private final SchemaKeywords keywords;
  private final boolean bytes;
  private final boolean secret;

  ScalarAssertions(Schema schema, SchemaKeywords keywords) {
    this.keywords = keywords;
    this.bytes = schema.isBytes();
    this.secret = schema.isSecret();
  }

  /**
   * Adds an assertion for each of the keywords. None of them applies to responses, of which only
   * types and required members are checked.
   */
  void addTo(List<Assertion> checks) {
    List<Assertion> own = new ArrayList<>();
    choices(own);
    bounds(own);
    if (!bytes) {
      lengths(own);
      pattern(own);
    }
    keywords
        .string("format")
        .flatMap(FormatAssertions::of)
        .filter(this::isPossible)
        .ifPresent(format -> own.add(format(format)));
    own.forEach(
        check ->
            checks.add(
                (location, value, validation) -> {
                  if (validation.mode() != Validation.Mode.RESPONSE) {
                    check.check(location, value, validation);
                  }
                }));
  }

  private void choices(List<Assertion> checks) {
    List<JsonNode> values = List.copyOf(keywords.array("enum"));
    if (!values.isEmpty()) {
      checks.add(new ValueAssertions(values, secret));
    }
    keywords
        .value("const")
        .ifPresent(only -> checks.add(new ValueAssertions(List.of(only), secret)));
  }

  /** Bounds may be exclusive by a boolean (OpenAPI 3.0) or by a number (2020-12). */
  private void bounds(List<Assertion> checks) {
    Optional<BigDecimal> minimum = keywords.decimal("minimum");
    Optional<BigDecimal> maximum = keywords.decimal("maximum");
    boolean above = keywords.flag("exclusiveMinimum");
    boolean below = keywords.flag("exclusiveMaximum");
    minimum.ifPresent(least -> bound(checks, least, 1, above));
    maximum.ifPresent(most -> bound(checks, most, -1, below));
    if (keywords.node().path("exclusiveMinimum").isNumber()) {
      keywords.decimal("exclusiveMinimum").ifPresent(least -> bound(checks, least, 1, true));
    }
    if (keywords.node().path("exclusiveMaximum").isNumber()) {
      keywords.decimal("exclusiveMaximum").ifPresent(most -> bound(checks, most, -1, true));
    }
    Optional<BigDecimal> factor = keywords.decimal("multipleOf");
    if (factor.isPresent() && factor.get().signum() <= 0) {
      keywords.fault("multipleOf", "it is not greater than 0");
    } else if (factor.isPresent()) {
      number(checks, n -> JsonNumbers.isMultiple(n, factor.get()), "a multiple of " + factor.get());
    }
  }

  /** A bound above (sign 1) or below (sign -1) which numbers must lie. */
  private void bound(List<Assertion> checks, BigDecimal bound, int sign, boolean exclusive) {
    String inclusiveWords = sign > 0 ? "at least " : "at most ";
    String words = exclusive ? (sign > 0 ? "more than " : "less than ") : inclusiveWords;
    number(
        checks,
        number -> {
          int order = number.compareTo(bound) * sign;
          return exclusive ? order > 0 : order >= 0;
        },
        words + bound);
  }

  private void number(List<Assertion> checks, Predicate<BigDecimal> test, String expected) {
    checks.add(
        (location, value, validation) -> {
          if (JsonNumbers.decimal(value).filter(test.negate()).isPresent()) {
            validation.mismatch(location, expected, value, secret);
          }
        });
  }

  private void lengths(List<Assertion> checks) {
    OptionalInt least = keywords.count("minLength");
    OptionalInt most = keywords.count("maxLength");
    least.ifPresent(min -> length(checks, count -> count >= min, "at least " + min));
    most.ifPresent(max -> length(checks, count -> count <= max, "at most " + max));
  }

  /** Lengths are counted in characters, not in UTF-16 units. */
  private static void length(List<Assertion> checks, Predicate<Integer> test, String expected) {
    checks.add(
        (location, value, validation) -> {
          String text = value.isString() ? value.stringValue() : "";
          if (value.isString() && validation.spend(text.length() / CHARACTERS_PER_UNIT)) {
            int count = text.codePointCount(0, text.length());
            if (!test.test(count)) {
              String unit = expected.endsWith(" 1") ? " character" : " characters";
              validation.problem(location, "expected " + expected + unit + ", got " + count);
            }
          }
        });
  }

  private void pattern(List<Assertion> checks) {
    keywords
        .string("pattern")
        .ifPresent(source -> checks.add(new PatternAssertion(source, secret, keywords::fault)));
  }

  /** If no value can have both, the length takes precedence over the format. */
  private boolean isPossible(FormatAssertions format) {
    return keywords.count("maxLength").orElse(Integer.MAX_VALUE) >= format.shortest();
  }

  private Assertion format(FormatAssertions format) {
    return (location, value, validation) -> {
      if (validation.spend(FORMAT_COST) && !format.fits(value)) {
        validation.mismatch(location, format.words(), value, secret);
      }
    };
  }
}
