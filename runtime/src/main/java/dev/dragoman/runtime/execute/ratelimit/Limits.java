package dev.dragoman.runtime.execute.ratelimit;

import dev.dragoman.runtime.request.ApiRequest.Pair;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Collects the limits that the header fields of one response report: {@code RateLimit} of the IETF
 * draft, and all names that contain {@code ratelimit} or {@code quota} and end, apart from the name
 * of the limit, in {@code remaining} and {@code reset}. Names of vendors vary in prefix and in
 * where the name of the limit is.
 */
final class Limits {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{0,9})?");

  /** Used and allowed calls, e.g. {@code 40/40}. */
  private static final Pattern USED = Pattern.compile(" *([0-9]{1,9}) */ *([0-9]{1,9}) *");

  private final Instant now;
  private final Map<String, Limit> limits = new LinkedHashMap<>();
  private final Map<String, Duration> windows = new LinkedHashMap<>();

  private Limits(Instant now) {
    this.now = now;
  }

  /** One limit: how much is left of it, and when it is reset, as far as the API tells. */
  static final class Limit {
    private Optional<BigDecimal> remaining = Optional.empty();
    private Optional<Duration> reset = Optional.empty();

    boolean isUsedUp() {
      return remaining.filter(left -> left.signum() <= 0).isPresent();
    }

    boolean isUnknown() {
      return remaining.isEmpty();
    }

    Optional<Duration> reset() {
      return reset;
    }

    /** If a field is repeated, the strictest value counts. */
    private void remaining(BigDecimal left) {
      remaining = Optional.of(remaining.map(left::min).orElse(left));
    }

    private void reset(Duration time) {
      reset = Optional.of(reset.filter(before -> before.compareTo(time) > 0).orElse(time));
    }
  }

  /** The limits of a response. */
  static Collection<Limit> of(List<Pair> headers, Instant now) {
    Limits found = new Limits(now);
    headers.forEach(found::add);
    found.addOtherNames();
    found.addWindows();
    return found.limits.values();
  }

  private void add(Pair header) {
    String name = header.name().replace("rate-limit", "ratelimit").replaceFirst("^x-", "");
    if (name.equals("ratelimit")) {
      structured(header.value());
    } else if (name.equals("ratelimit-policy")) {
      policies(header.value());
    } else if (name.endsWith("call-limit")) {
      used(name, header.value());
    } else if (name.contains("ratelimit") || name.contains("quota")) {
      plain(new ArrayList<>(List.of(name.split("-", -1))), header.value());
    }
  }

  private Limit limit(String name) {
    return limits.computeIfAbsent(name, unused -> new Limit());
  }

  private void structured(String value) {
    LimitItems.of(value)
        .forEach(
            (name, parameters) -> {
              Limit limit = limit(key(name));
              first(parameters, "r", "remaining")
                  .flatMap(Limits::number)
                  .ifPresent(limit::remaining);
              first(parameters, "t", "reset")
                  .flatMap(time -> ResetTime.UNSPECIFIED.parse(time, now))
                  .ifPresent(limit::reset);
            });
  }

  private static Optional<String> first(Map<String, String> parameters, String... names) {
    return Arrays.stream(names).filter(parameters::containsKey).findFirst().map(parameters::get);
  }

  private void policies(String value) {
    LimitItems.of(value)
        .forEach(
            (name, parameters) ->
                first(parameters, "w")
                    .flatMap(window -> ResetTime.SECONDS.parse(window, now))
                    .ifPresent(window -> windows.put(key(name), window)));
  }

  private static String key(String item) {
    return "ratelimit " + item;
  }

  private void used(String name, String value) {
    Matcher calls = USED.matcher(value);
    if (calls.matches()) {
      limit(name)
          .remaining(new BigDecimal(calls.group(2)).subtract(new BigDecimal(calls.group(1))));
    }
  }

  /** What is left of the name, apart from the words with a meaning here, names the limit. */
  private void plain(List<String> words, String value) {
    if (words.remove("remaining")) {
      String name = String.join("-", words);
      Arrays.stream(value.split(",", -1))
          .map(one -> number(one.strip()))
          .flatMap(Optional::stream)
          .forEach(left -> limit(name).remaining(left));
    } else if (words.remove("reset") || words.remove("resets")) {
      boolean relative = words.removeAll(List.of("after", "in"));
      boolean milliseconds = words.remove("ms");
      ResetTime time =
          milliseconds
              ? ResetTime.MILLISECONDS
              : relative ? ResetTime.SECONDS : ResetTime.UNSPECIFIED;
      String name = String.join("-", words);
      time.parse(value, now).ifPresent(wait -> limit(name).reset(wait));
    }
  }

  private static Optional<BigDecimal> number(String text) {
    return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }

  /** A reset whose name says more than that of what remains, e.g. {@code reset-at}. */
  private void addOtherNames() {
    List<Limit> waiting =
        limits.values().stream().filter(one -> one.isUsedUp() && one.reset.isEmpty()).toList();
    List<Limit> others =
        limits.values().stream().filter(one -> one.isUnknown() && one.reset.isPresent()).toList();
    if (waiting.size() == 1 && others.size() == 1) {
      others.get(0).reset().ifPresent(waiting.get(0)::reset);
    }
  }

  /** Without a reset time, a used-up limit is reset after its policy's window at the latest. */
  private void addWindows() {
    limits.forEach(
        (name, limit) -> {
          Duration window = windows.get(name);
          if (window == null && windows.size() == 1) {
            window = windows.values().iterator().next();
          }
          if (window != null && limit.reset.isEmpty()) {
            limit.reset(window);
          }
        });
  }
}
