package dev.dragoman.runtime.execute.origin;

import dev.dragoman.runtime.metrics.Metrics;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The limiters of all origins to which requests were sent. */
public final class OriginLimiters {
  private final Map<String, OriginLimiter> gates = new ConcurrentHashMap<>();
  private final int maxConcurrent;

  public OriginLimiters(int maxConcurrent, Metrics metrics) {
    this.maxConcurrent = maxConcurrent;
    metrics.gauges(
        "dragoman_upstream_in_flight",
        "Requests to the API in progress.",
        "origin",
        () -> figures(OriginLimiter::inFlight));
    metrics.gauges(
        "dragoman_upstream_breaker_state",
        "Whether calls to the API, or to one operation for one caller, are paused: 0 no, 1 one trial"
            + " call is in progress, 2 yes.",
        "origin",
        () -> figures(gate -> gate.breakers().figure()));
  }

  private Map<String, Double> figures(ToDoubleFunction<OriginLimiter> figure) {
    return gates.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, one -> figure.applyAsDouble(one.getValue())));
  }

  public OriginLimiter of(URI target) {
    String origin =
        (target.getScheme() + "://" + target.getRawAuthority()).toLowerCase(Locale.ROOT);
    return gates.computeIfAbsent(origin, name -> new OriginLimiter(name, maxConcurrent));
  }
}
