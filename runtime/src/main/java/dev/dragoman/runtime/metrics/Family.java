package dev.dragoman.runtime.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures of one name. */
sealed interface Family permits Counter, Durations, Gauge {

  /** Adds its lines. */
  void write(List<String> lines);

  /** The two lines in front of a family's figures. */
  static List<String> head(String name, String type, String help) {
    return List.of("# HELP " + name + " " + help, "# TYPE " + name + " " + type);
  }

  /** Names and values of labels as they stand behind a name; empty when there are none. */
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

  /** A number as the format wants it: whole ones without a fraction. */
  static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.valueOf((long) value)
        : String.format(Locale.ROOT, "%.6f", value);
  }
}
