package dev.dragoman.runtime.execute;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses {@code Retry-After}: a number of seconds or a date (RFC 9110, section 10.2.3). The number
 * may have any number of digits, and some servers send a fraction.
 */
public final class RetryAfter {
  /** About thirty years: longer times, in seconds or as dates, are not distinguished. */
  static final Duration LONGEST = Duration.ofSeconds(1_000_000_000);

  private static final Pattern SECONDS = Pattern.compile("([0-9]+)(\\.[0-9]*)?");

  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
  private static final String TIME = "([0-9]{1,2}):([0-9]{2}):([0-9]{2})";

  /** The three formats of HTTP dates (RFC 9110, section 5.6.7); years may have more digits. */
  private static final Pattern DATE =
      Pattern.compile(
          "(?:[a-z]+, *)?([0-9]{1,2})[ -]([a-z]{3})[a-z]*[ -]([0-9]{2,9}) "
              + TIME
              + "(?: (?:gmt|utc|z|[+-]0000))?");

  private static final Pattern ASCTIME =
      Pattern.compile("[a-z]{3} ([a-z]{3}) +([0-9]{1,2}) " + TIME + " ([0-9]{4,9})");

  private RetryAfter() {}

  /**
   * How long the API asks to wait; the longest time if there are several header fields.
   *
   * @return at most {@link #LONGEST}; empty if the API does not specify it
   */
  public static Optional<Duration> of(ApiResponse response, Instant now) {
    return response.headers().stream()
        .filter(pair -> pair.name().equals("retry-after"))
        .map(pair -> parse(pair.value().strip(), now))
        .flatMap(Optional::stream)
        .max(Comparator.naturalOrder());
  }

  private static Optional<Duration> parse(String value, Instant now) {
    Matcher seconds = SECONDS.matcher(value);
    if (seconds.matches()) {
      return Optional.of(seconds(seconds.group(1), seconds.group(2)));
    }
    return date(value.toLowerCase(Locale.ROOT))
        .map(date -> Duration.between(now, date))
        .map(wait -> wait.isNegative() ? Duration.ZERO : shortened(wait));
  }

  /** Rounded up to whole seconds. */
  private static Duration seconds(String digits, String fraction) {
    String significant = digits.replaceFirst("^0+(?=.)", "");
    if (significant.length() > 10) {
      return LONGEST;
    }
    boolean more = fraction != null && fraction.matches(".*[1-9].*");
    return shortened(Duration.ofSeconds(Long.parseLong(significant) + (more ? 1 : 0)));
  }

  private static Duration shortened(Duration wait) {
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }

  private static Optional<Instant> date(String value) {
    Matcher usual = DATE.matcher(value);
    if (usual.matches()) {
      return instant(usual.group(3), usual.group(2), usual.group(1), usual, 4);
    }
    Matcher old = ASCTIME.matcher(value);
    return old.matches()
        ? instant(old.group(6), old.group(1), old.group(2), old, 3)
        : Optional.empty();
  }

  private static Optional<Instant> instant(
      String year, String month, String day, Matcher parts, int time) {
    try {
      LocalDateTime date =
          LocalDateTime.of(
              year(year),
              MONTHS.indexOf(month) / 3 + 1,
              Integer.parseInt(day),
              Integer.parseInt(parts.group(time)),
              Integer.parseInt(parts.group(time + 1)),
              Math.min(59, Integer.parseInt(parts.group(time + 2))));
      return MONTHS.indexOf(month) % 3 == 0
          ? Optional.of(date.toInstant(ZoneOffset.UTC))
          : Optional.empty();
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }

  /** Two-digit years are in this century, because the date is not in the past one. */
  private static int year(String digits) {
    int year = Integer.parseInt(digits);
    return digits.length() == 2 ? 2000 + year : Math.min(year, 900_000);
  }
}
