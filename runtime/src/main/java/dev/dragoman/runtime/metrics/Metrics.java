package dev.dragoman.runtime.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * All figures of a server. A name stands for one family: whoever asks for it again gets the same
 * one. Holds names, words of fixed sets and numbers, never what a caller sent. Thread-safe.
 */
public final class Metrics {
  /** What is sent as {@code Content-Type} of {@link #text}. */
  public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final Map<String, Family> families = new ConcurrentSkipListMap<>();

  /**
   * A number that only grows.
   *
   * @param name ends in {@code _total}
   * @param labels names of what tells its parts apart
   */
  public Counter counter(String name, String help, String... labels) {
    return (Counter) families.computeIfAbsent(name, key -> new Counter(key, help, List.of(labels)));
  }

  /**
   * How long something takes.
   *
   * @param name ends in {@code _seconds}
   * @param label name of what tells its parts apart
   */
  public Durations durations(String name, String help, String label) {
    return (Durations) families.computeIfAbsent(name, key -> new Durations(key, help, label));
  }

  /** A number that goes up and down, asked for when the figures are read. */
  public void gauge(String name, String help, DoubleSupplier value) {
    families.put(name, new Gauge(name, help, "", () -> Map.of("", value.getAsDouble())));
  }

  /** Several of them, by the value of a label. */
  public void gauges(String name, String help, String label, Supplier<Map<String, Double>> values) {
    families.put(name, new Gauge(name, help, label, values));
  }

  /**
   * The figures (Prometheus text exposition format 0.0.4), families in the order of their names.
   */
  public String text() {
    List<String> lines = new ArrayList<>();
    families.values().forEach(family -> family.write(lines));
    return String.join("\n", lines) + "\n";
  }
}
