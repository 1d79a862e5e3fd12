package dev.dragoman.runtime.transport.http;

import dev.dragoman.runtime.metrics.Metrics;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How the server is monitored and how it stops.
 *
 * @param stopDelay how long calls are accepted after the server is told to stop, so that load
 *     balancers see {@code /readyz} fail first
 * @param metrics the registry that counts requests
 * @param showsMetrics whether {@code /metrics} is served
 * @param unready why calls cannot be served yet, in a few words for {@code /readyz}; empty if they
 *     can. Evaluated with each probe
 */
public record HttpLifecycle(
    Duration stopDelay, Metrics metrics, boolean showsMetrics, Supplier<Optional<String>> unready) {

  public HttpLifecycle {
    Objects.requireNonNull(unready);
    Objects.requireNonNull(stopDelay);
    Objects.requireNonNull(metrics);
  }

  /** Ready from the start. */
  public HttpLifecycle(Duration stopDelay, Metrics metrics, boolean showsMetrics) {
    this(stopDelay, metrics, showsMetrics, Optional::empty);
  }

  /** Stops without delay and does not serve metrics. */
  public static HttpLifecycle defaults() {
    return new HttpLifecycle(Duration.ZERO, new Metrics(), false);
  }
}
