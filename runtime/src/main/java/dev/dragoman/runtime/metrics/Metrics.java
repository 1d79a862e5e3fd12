package dev.dragoman.runtime.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * All metrics of a server. A name denotes one family: requesting it again returns the same one.
 * Contains names, fixed words and numbers, never data from callers. Thread-safe.
 */
public final class Metrics {
  /** The {@code Content-Type} of {@link #text}. */
  public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final Map<String, Family> families = new ConcurrentSkipListMap<>();

  /**
   * Registers a counter.
   *
   * @param name ends in {@code _total}
   * @param labels names of the labels
   */
  public Counter counter(String name, String help, String... labels) {
    return (Counter) families.computeIfAbsent(name, key -> new Counter(key, help, List.of(labels)));
  }

  /**
   * Registers a histogram of durations.
   *
   * @param name ends in {@code _seconds}
   * @param label name of the label
   */
  public Durations durations(String name, String help, String label) {
    return (Durations) families.computeIfAbsent(name, key -> new Durations(key, help, label));
  }

  /** Registers a gauge, evaluated when the metrics are read. */
  public void gauge(String name, String help, DoubleSupplier value) {
    families.put(name, new Gauge(name, help, "", () -> Map.of("", value.getAsDouble())));
  }

  /** Registers several gauges, by the value of a label. */
  public void gauges(String name, String help, String label, Supplier<Map<String, Double>> values) {
    families.put(name, new Gauge(name, help, label, values));
  }

  /** The metrics (Prometheus text exposition format 0.0.4), families sorted by name. */
  public String text() {
    List<String> lines = new ArrayList<>();
    families.values().forEach(family -> family.write(lines));
    return String.join("\n", lines) + "\n";
  }
}
