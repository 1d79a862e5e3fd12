package dev.dragoman.runtime.transport.http;

import dev.dragoman.runtime.metrics.Metrics;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How the server is watched and how it ends.
 *
 * @param stopDelay how long calls are still taken after it was told to stop, so that whoever
 *     spreads the load sees {@code /readyz} fail first
 * @param metrics where requests are counted
 * @param showsMetrics whether {@code /metrics} is served
 * @param unready why calls cannot be served yet, in a few words for {@code /readyz}; empty when
 *     they can. Asked with each probe
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

  /** Stops without delay and shows no figures. */
  public static HttpLifecycle defaults() {
    return new HttpLifecycle(Duration.ZERO, new Metrics(), false);
  }
}
