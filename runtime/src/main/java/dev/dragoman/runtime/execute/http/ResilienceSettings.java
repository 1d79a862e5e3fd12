package dev.dragoman.runtime.execute.http;

import dev.dragoman.runtime.execute.IdempotencyHeaders;
import dev.dragoman.runtime.metrics.Metrics;
import java.util.Objects;
import java.util.Optional;

/**
 * How the API is protected from too many requests, and where calls are counted.
 *
 * @param maxConcurrent maximum number of concurrent requests to one origin
 * @param idempotencyHeaders a write with one of these may be sent again
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

  /** 128 concurrent requests, the usual idempotency headers, and metrics that are not exported. */
  public static ResilienceSettings defaults() {
    return new ResilienceSettings(
        MAX_CONCURRENT, new IdempotencyHeaders(Optional.empty()), new Metrics());
  }
}
