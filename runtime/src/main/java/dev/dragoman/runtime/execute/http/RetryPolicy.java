package dev.dragoman.runtime.execute.http;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.Operation;
import dev.dragoman.runtime.execute.ApiResponse;
import dev.dragoman.runtime.execute.Deadline;
import dev.dragoman.runtime.execute.Fault;
import dev.dragoman.runtime.execute.HttpMethods;
import dev.dragoman.runtime.execute.ratelimit.RateLimit;
import dev.dragoman.runtime.metrics.Counter;
import dev.dragoman.runtime.metrics.Metrics;
import dev.dragoman.runtime.request.ApiRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Decides whether and when one call is sent again: a read, or a write with an idempotency key,
 * once, after a transient fault. Waits for as long as the API specifies plus up to a tenth, or for
 * a random time if it does not specify any, so that callers that failed together do not retry
 * together.
 */
final class RetryPolicy {
  private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);
  private static final int FORBIDDEN = 403;
  private static final long MAX_PAUSE_MILLIS = 500;

  private final Deadline deadline;
  private final Counter retries;
  private int left;

  private RetryPolicy(boolean repeatable, Deadline deadline, Metrics metrics) {
    this.left = repeatable ? 1 : 0;
    this.deadline = deadline;
    this.retries =
        metrics.counter(
            "dragoman_upstream_retries_total", "Requests sent again, by what failed.", "cause");
  }

  /** The attempts of one call. */
  static RetryPolicy of(
      Operation operation, ApiRequest request, Deadline deadline, ResilienceSettings resilience) {
    boolean read =
        HttpMethods.isRepeatable(request.method()) && operation.access() == AccessLevel.READ;
    boolean keyed =
        request.headers().stream()
            .anyMatch(pair -> resilience.idempotencyHeaders().contains(pair.name()));
    return new RetryPolicy(read || keyed, deadline, resilience.metrics());
  }

  /**
   * The time until a request is sent again.
   *
   * @param cause the failure, as named in metrics
   */
  record Pause(Duration time, String cause) {}

  /**
   * When to retry after a response; empty if the response is final. Some APIs report a rate limit
   * with status 403, which is retried only if the response says when.
   */
  Optional<Pause> after(ApiResponse answer) {
    RateLimit limit = RateLimit.of(answer, Instant.now());
    boolean limited = answer.status() == FORBIDDEN && limit.time().isPresent();
    return limited || PASSING.contains(answer.status())
        ? pause(limit.time(), String.valueOf(answer.status()))
        : Optional.empty();
  }

  /** When to retry after a fault; empty if there is no further attempt. */
  Optional<Pause> after(Fault fault) {
    return switch (fault) {
      case UNREACHABLE, BROKEN -> pause(Optional.empty(), fault.word());
      case PROXY, INSECURE, LATE, CANCELLED, HELD_BACK, OTHER -> Optional.empty();
    };
  }

  private Optional<Pause> pause(Optional<Duration> asked, String cause) {
    Duration time = asked.map(RetryPolicy::stretched).orElseGet(RetryPolicy::random);
    // A tenth of the remaining time is kept for returning the response: a late failure of the API
    // is more useful than a timeout.
    return left == 0 || time.compareTo(deadline.patience()) > 0
        ? Optional.empty()
        : Optional.of(new Pause(time, cause));
  }

  /** Waits for the pause. */
  void await(Pause pause) {
    left--;
    deadline.pause(pause.time());
    retries.count(pause.cause());
  }

  private static Duration stretched(Duration asked) {
    long millis = asked.toMillis();
    return Duration.ofMillis(millis + ThreadLocalRandom.current().nextLong(millis / 10 + 1));
  }

  private static Duration random() {
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(1, MAX_PAUSE_MILLIS));
  }
}
