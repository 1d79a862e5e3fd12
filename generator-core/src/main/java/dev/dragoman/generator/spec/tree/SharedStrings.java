package dev.dragoman.generator.spec.tree;

import java.util.HashMap;
import java.util.Map;

/** Keeps one copy of each short string, because documents repeat their keys and small values. */
final class SharedStrings {
  private static final int LONGEST = 40;

  private final Map<String, String> known = new HashMap<>();

  /** The copy of a string; long strings are returned as they are. */
  String share(String text) {
    if (text.length() > LONGEST) {
      return text;
    }
    String first = known.putIfAbsent(text, text);
    return first == null ? text : first;
  }
}
