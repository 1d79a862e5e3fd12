package dev.dragoman.generator.plan.paging;

import dev.dragoman.generator.model.Json;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the schema and description of a parameter say about its numbers. */
final class NumberRange {
  private static final Pattern FROM_ZERO =
      Pattern.compile(
          "(?i)\\b(?:zero|0)[- ](?:based|indexed)|\\b(?:start(?:s|ing)?|begin(?:s|ning)?)"
              + " (?:at|from|with) (?:0|zero)\\b|first page (?:is|=|:|has number) ?`?(?:0|zero)\\b");

  private static final Pattern FROM_ONE =
      Pattern.compile(
          "(?i)\\b(?:one|1)[- ](?:based|indexed)|\\b(?:start(?:s|ing)?|begin(?:s|ning)?)"
              + " (?:at|from|with) (?:1|one)\\b|first page (?:is|=|:|has number) ?`?(?:1|one)\\b");

  private static final Pattern COUNTS =
      Pattern.compile(
          "(?i)\\bpage (?:number|index)|number of (?:the )?page|\\bindex of|\\boffset\\b"
              + "|which page|number of (?:items|records|results|entries)|(?:zero|one|[01])-(?:based|indexed)");

  private static final Pattern MAX =
      Pattern.compile(
          "(?i)(?:\\bmax(?:imum)?\\b(?: (?:is|of|value|allowed|number of [a-z ]{1,30}is))*[:= `]*"
              + "|\\bup to `?|\\bbetween `?1`? and `?|\\bfrom `?1`? to `?|\\b1 ?(?:-|–|to) ?`?)"
              + "(\\d{1,3}(?:,\\d{3})+|\\d{1,6})(?![\\d.])");

  private final BodyShape shape;

  NumberRange(BodyShape shape) {
    this.shape = shape;
  }

  /** Whether a parameter is a number, possibly one that is declared as a string. */
  boolean isCounted(Position position) {
    return shape.isNumber(position.schema())
        || (shape.types(position.schema()).equals(Set.of("string"))
            && (numbers(position, "default", "example").findAny().isPresent()
                || shape
                    .text(position.schema(), "pattern")
                    .filter(pattern -> pattern.matches("\\^?(?:\\\\d|\\[0-9])[+*]?\\$?"))
                    .isPresent()
                || COUNTS.matcher(position.description()).find()));
  }

  /** The number of the first page or item. */
  long first(Position position, long usual) {
    if (FROM_ZERO.matcher(position.description()).find()) {
      return 0;
    } else if (FROM_ONE.matcher(position.description()).find()) {
      return 1;
    }
    return numbers(position, "default", "minimum", "example")
        .filter(number -> number.signum() == 0 || number.compareTo(BigDecimal.ONE) == 0)
        .map(BigDecimal::longValue)
        .findFirst()
        .orElse(usual);
  }

  /** The largest value that the schema allows, or that the description mentions. */
  OptionalLong max(Position position) {
    Optional<BigDecimal> declared = numbers(position, "maximum").findFirst();
    if (declared.isPresent()) {
      return OptionalLong.of(declared.get().longValue());
    }
    Matcher described = MAX.matcher(position.description());
    return described.find()
        ? OptionalLong.of(Long.parseLong(described.group(1).replace(",", "")))
        : OptionalLong.empty();
  }

  private Stream<BigDecimal> numbers(Position position, String... keywords) {
    return Stream.of(keywords)
        .flatMap(keyword -> shape.value(position.schema(), keyword).stream())
        .flatMap(value -> number(value).stream());
  }

  private static Optional<BigDecimal> number(Json value) {
    String digits =
        value instanceof Json.Num number
            ? number.digits()
            : value instanceof Json.Str text && text.value().matches("\\d{1,18}")
                ? text.value()
                : "";
    return digits.isEmpty() || digits.length() > 40
        ? Optional.empty()
        : Optional.of(new BigDecimal(digits));
  }
}
