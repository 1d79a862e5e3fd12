package dev.dragoman.runtime.execute.ratelimit;

import dev.dragoman.runtime.execute.ApiResponse;
import dev.dragoman.runtime.request.ApiRequest.Pair;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses {@code Retry-After}: a number of seconds or a date (RFC 9110, section 10.2.3). The number
 * may have any number of digits, and some servers send a fraction. Some vendors send the same under
 * another name, or in milliseconds.
 */
public final class RetryAfter {
  /** About thirty years: longer times, in seconds or as dates, are not distinguished. */
  static final Duration LONGEST = Duration.ofSeconds(1_000_000_000);

  private static final Pattern SECONDS = Pattern.compile("([0-9]+)(\\.[0-9]*)?");

  private static final Set<String> NAMES =
      Set.of("retry-after", "x-retry-after", "x-ratelimit-retry-after", "x-rate-limit-retry-after");
  private static final Set<String> IN_MILLISECONDS =
      Set.of("retry-after-ms", "x-retry-after-ms", "x-ms-retry-after-ms");

  private RetryAfter() {}

  /**
   * How long the API asks to wait; the longest time if there are several header fields.
   *
   * @return at most {@link #LONGEST}; empty if the API does not specify it
   */
  public static Optional<Duration> of(ApiResponse response, Instant now) {
    return response.headers().stream()
        .map(pair -> parse(pair, now))
        .flatMap(Optional::stream)
        .max(Comparator.naturalOrder());
  }

  private static Optional<Duration> parse(Pair pair, Instant now) {
    if (NAMES.contains(pair.name())) {
      return parse(pair.value().strip(), now);
    }
    return IN_MILLISECONDS.contains(pair.name())
        ? ResetTime.MILLISECONDS.parse(pair.value(), now)
        : Optional.empty();
  }

  private static Optional<Duration> parse(String value, Instant now) {
    Matcher seconds = SECONDS.matcher(value);
    if (seconds.matches()) {
      return Optional.of(seconds(seconds.group(1), seconds.group(2)));
    }
    return HttpDate.parse(value).map(date -> until(date, now));
  }

  /** Rounded up to whole seconds. */
  private static Duration seconds(String digits, String fraction) {
    String significant = digits.replaceFirst("^0+(?=.)", "");
    if (significant.length() > 10) {
      return LONGEST;
    }
    boolean more = fraction != null && fraction.matches(".*[1-9].*");
    return bounded(Duration.ofSeconds(Long.parseLong(significant) + (more ? 1 : 0)));
  }

  /** The time from now until then: at least zero, at most {@link #LONGEST}. */
  static Duration until(Instant then, Instant now) {
    return bounded(Duration.between(now, then));
  }

  static Duration bounded(Duration wait) {
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
