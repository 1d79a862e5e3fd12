package dev.dragoman.runtime.auth;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The header of a request, given by its lines. */
final class HeaderLines {
  private HeaderLines() {}

  /** Returns the values of a name, whatever its case: each as in a line {@code Name: value}. */
  static RequestHeaders of(String... lines) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line : lines) {
      int colon = line.indexOf(": ");
      headers
          .computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
          .add(line.substring(colon + 2));
    }
    return name -> headers.getOrDefault(name, List.of());
  }
}
