package dev.dragoman.runtime.execute.ratelimit;

import dev.dragoman.runtime.execute.ApiResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a response says about the rate limits of its API. {@code Retry-After} takes precedence over
 * the times at which limits are reset, as in the IETF draft for {@code RateLimit} header fields.
 *
 * @param asked the time to wait by {@code Retry-After}
 * @param isReached whether nothing is left of one of the limits
 * @param reset the time until the limits that are reached are reset
 */
public record RateLimit(Optional<Duration> asked, boolean isReached, Optional<Duration> reset) {
  private static final int TOO_MANY_REQUESTS = 429;

  public RateLimit {
    Objects.requireNonNull(asked);
    Objects.requireNonNull(reset);
  }

  /**
   * Reads the header fields of a response.
   *
   * @param now the current time, from which points in time are counted
   */
  public static RateLimit of(ApiResponse response, Instant now) {
    Collection<Limits.Limit> limits = Limits.of(response.headers(), now);
    boolean reached = limits.stream().anyMatch(Limits.Limit::isUsedUp);
    Optional<Duration> reset = reset(limits, Limits.Limit::isUsedUp);
    if (!reached && response.status() == TOO_MANY_REQUESTS) {
      // A limit that reports its reset only is the one that was reached.
      reset = reset(limits, Limits.Limit::isUnknown);
    }
    return new RateLimit(RetryAfter.of(response, now), reached, reset);
  }

  private static Optional<Duration> reset(
      Collection<Limits.Limit> limits, Predicate<Limits.Limit> which) {
    return limits.stream()
        .filter(which)
        .map(Limits.Limit::reset)
        .flatMap(Optional::stream)
        .max(Comparator.naturalOrder());
  }

  /** How long to wait before the next request; empty if the response does not say. */
  public Optional<Duration> time() {
    return asked.or(() -> reset);
  }
}
