package dev.dragoman.runtime.metrics;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Values that go up and down, evaluated when they are read. */
record Gauge(String name, String help, String label, Supplier<Map<String, Double>> values)
    implements Family {

  @Override
  public void write(List<String> lines) {
    lines.addAll(Family.head(name, "gauge", help));
    new TreeMap<>(values.get())
        .forEach((value, number) -> lines.add(name + labels(value) + " " + Family.number(number)));
  }

  private String labels(String value) {
    return label.isEmpty() ? "" : Family.labels(List.of(label), List.of(value));
  }
}
