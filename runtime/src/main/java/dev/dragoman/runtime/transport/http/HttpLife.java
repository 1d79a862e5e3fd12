package dev.dragoman.runtime.transport.http;

import dev.dragoman.runtime.metrics.Metrics;
import java.time.Duration;
import java.util.Objects;

/**
 * How the server is watched and how it ends.
 *
 * @param stopDelay how long calls are still taken after it was told to stop, so that whoever
 *     spreads the load sees {@code /readyz} fail first
 * @param metrics where requests are counted
 * @param showsMetrics whether {@code /metrics} is served
 */
public record HttpLife(Duration stopDelay, Metrics metrics, boolean showsMetrics) {

  public HttpLife {
    Objects.requireNonNull(stopDelay);
    Objects.requireNonNull(metrics);
  }

  /** Stops without delay and shows no figures. */
  public static HttpLife defaults() {
    return new HttpLife(Duration.ZERO, new Metrics(), false);
  }
}
