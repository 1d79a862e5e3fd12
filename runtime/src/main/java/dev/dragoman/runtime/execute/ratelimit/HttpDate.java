package dev.dragoman.runtime.execute.ratelimit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses the three formats of HTTP dates (RFC 9110, section 5.6.7); years may have more digits. */
final class HttpDate {
  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
  private static final String TIME = "([0-9]{1,2}):([0-9]{2}):([0-9]{2})";

  private static final Pattern DATE =
      Pattern.compile(
          "(?:[a-z]+, *)?([0-9]{1,2})[ -]([a-z]{3})[a-z]*[ -]([0-9]{2,9}) "
              + TIME
              + "(?: (?:gmt|utc|z|[+-]0000))?");

  private static final Pattern ASCTIME =
      Pattern.compile("[a-z]{3} ([a-z]{3}) +([0-9]{1,2}) " + TIME + " ([0-9]{4,9})");

  private HttpDate() {}

  /** The point in time; empty if the text is not a date. */
  static Optional<Instant> parse(String text) {
    String value = text.toLowerCase(Locale.ROOT);
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
    } catch (DateTimeException notADate) {
      return Optional.empty();
    }
  }

  /** Two-digit years are in this century, because the date is not in the past one. */
  private static int year(String digits) {
    int year = Integer.parseInt(digits);
    return digits.length() == 2 ? 2000 + year : Math.min(year, 900_000);
  }
}
