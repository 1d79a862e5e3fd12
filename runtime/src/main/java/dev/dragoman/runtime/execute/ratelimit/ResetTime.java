package dev.dragoman.runtime.execute.ratelimit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses the time at which a limit is reset, in the notations that are in use: a number of seconds,
 * a point in time in seconds or milliseconds since 1970, a duration such as {@code 6m0s}, or a date
 * (RFC 3339 or HTTP).
 */
enum ResetTime {
  /** The header's name does not say what a number means: large ones are points in time. */
  UNSPECIFIED,
  /** Numbers are seconds from now. */
  SECONDS,
  /** Numbers are milliseconds from now. */
  MILLISECONDS;

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,20}(\\.[0-9]{0,20})?");
  private static final Pattern NUMBERS = Pattern.compile("[0-9. ]+(, *[0-9. ]+)+");

  /** As in Go, with days. */
  private static final Pattern DURATION =
      Pattern.compile(
          "(?:([0-9]{1,6})d)?(?:([0-9]{1,6})h)?(?:([0-9]{1,6})m)?"
              + "(?:([0-9]{1,9}(?:\\.[0-9]{1,9})?)s)?(?:([0-9]{1,12}(?:\\.[0-9]{1,9})?)ms)?");

  /** Smaller numbers are seconds from now, larger ones points in time. */
  private static final BigDecimal EPOCH = BigDecimal.valueOf(1_000_000_000L);

  /** Larger points in time are not in seconds, but in milliseconds or smaller units. */
  private static final BigDecimal FINER = BigDecimal.valueOf(100_000_000_000L);

  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);

  /** The time from now until the reset; the longest one of a list; empty for anything else. */
  Optional<Duration> parse(String text, Instant now) {
    String value = text.strip();
    if (NUMBERS.matcher(value).matches()) {
      return Arrays.stream(value.split(",", -1))
          .map(one -> one(one.strip(), now))
          .flatMap(Optional::stream)
          .max(Comparator.naturalOrder());
    }
    return one(value, now);
  }

  private Optional<Duration> one(String value, Instant now) {
    if (NUMBER.matcher(value).matches()) {
      return Optional.of(number(new BigDecimal(value), now));
    }
    return duration(value)
        .or(() -> date(value).map(date -> RetryAfter.until(date, now)))
        .or(() -> HttpDate.parse(value).map(date -> RetryAfter.until(date, now)));
  }

  private Duration number(BigDecimal number, Instant now) {
    if (this == MILLISECONDS) {
      return millis(number);
    }
    if (this == SECONDS || number.compareTo(EPOCH) < 0) {
      return millis(number.multiply(THOUSAND));
    }
    BigDecimal seconds = number;
    while (seconds.compareTo(FINER) > 0) {
      seconds = seconds.divide(THOUSAND);
    }
    long millis = seconds.multiply(THOUSAND).setScale(0, RoundingMode.UP).longValueExact();
    return RetryAfter.until(Instant.ofEpochMilli(millis), now);
  }

  private static Duration millis(BigDecimal number) {
    BigDecimal longest = BigDecimal.valueOf(RetryAfter.LONGEST.toMillis());
    return Duration.ofMillis(number.min(longest).setScale(0, RoundingMode.UP).longValueExact());
  }

  private static Optional<Duration> duration(String value) {
    Matcher parts = DURATION.matcher(value);
    if (value.isEmpty() || !parts.matches()) {
      return Optional.empty();
    }
    BigDecimal millis =
        part(parts, 1, 86_400_000)
            .add(part(parts, 2, 3_600_000))
            .add(part(parts, 3, 60_000))
            .add(part(parts, 4, 1_000))
            .add(part(parts, 5, 1));
    return Optional.of(millis(millis));
  }

  private static BigDecimal part(Matcher parts, int group, long millis) {
    String digits = parts.group(group);
    return digits == null
        ? BigDecimal.ZERO
        : new BigDecimal(digits).multiply(BigDecimal.valueOf(millis));
  }

  private static Optional<Instant> date(String value) {
    try {
      return Optional.of(OffsetDateTime.parse(value).toInstant());
    } catch (DateTimeException notADate) {
      return Optional.empty();
    }
  }
}
