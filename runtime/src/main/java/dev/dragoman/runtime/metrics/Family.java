package dev.dragoman.runtime.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The metrics with one name. */
sealed interface Family permits Counter, Durations, Gauge {

  /** Appends its lines. */
  void write(List<String> lines);

  /** The two lines before a family's metrics. */
  static List<String> head(String name, String type, String help) {
    return List.of("# HELP " + name + " " + help, "# TYPE " + name + " " + type);
  }

  /** The labels as written after a name; empty if there are none. */
  static String labels(List<String> names, List<String> values) {
    if (names.isEmpty()) {
      return "";
    }
    List<String> pairs = new ArrayList<>();
    for (int index = 0; index < names.size(); index++) {
      pairs.add(names.get(index) + "=\"" + escaped(values.get(index)) + "\"");
    }
    return "{" + String.join(",", pairs) + "}";
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  /** A number in the exposition format: integers without a fraction. */
  static String number(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "+Inf" : "-Inf";
    }
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.valueOf((long) value)
        : String.format(Locale.ROOT, "%.6f", value);
  }
}
