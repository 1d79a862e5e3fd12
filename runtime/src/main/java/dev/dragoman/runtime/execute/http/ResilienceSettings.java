package dev.dragoman.runtime.execute.http;

import dev.dragoman.runtime.execute.IdempotencyHeaders;
import dev.dragoman.runtime.metrics.Metrics;
import java.util.Objects;
import java.util.Optional;

/**
 * How the API is spared, and what is counted.
 *
 * @param maxConcurrent how many requests one origin gets at a time
 * @param idempotencyHeaders with one of these a write may be sent again
 * @param metrics where calls are counted
 */
public record ResilienceSettings(
    int maxConcurrent, IdempotencyHeaders idempotencyHeaders, Metrics metrics) {
  private static final int MAX_CONCURRENT = 128;

  public ResilienceSettings {
    Objects.requireNonNull(idempotencyHeaders);
    Objects.requireNonNull(metrics);
    if (maxConcurrent < 1) {
      throw new IllegalArgumentException("maxConcurrent must be positive");
    }
  }

  /** 128 requests at a time, the usual idempotency headers, figures that nobody reads. */
  public static ResilienceSettings defaults() {
    return new ResilienceSettings(
        MAX_CONCURRENT, new IdempotencyHeaders(Optional.empty()), new Metrics());
  }
}
