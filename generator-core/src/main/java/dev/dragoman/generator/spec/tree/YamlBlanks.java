package dev.dragoman.generator.spec.tree;

import dev.dragoman.generator.spec.problem.LocatedException;
import org.jspecify.annotations.Nullable;

/**
 * Repairs block scalars that start with a blank line that is indented more deeply than their text.
 * YAML forbids this (YAML 1.2.2, section 8.1.1.1), but other parsers accept it and published
 * documents contain it.
 */
final class YamlBlanks {
  private YamlBlanks() {}

  /** The text without the spaces to which an error refers; null if the error has another cause. */
  static @Nullable String mended(String text, LocatedException fault) {
    if (!fault.what().contains("leading empty lines contain more spaces")) {
      return null;
    }
    int line = 1;
    int start = 0;
    while (line < fault.location().line()) {
      start = text.indexOf('\n', start) + 1;
      line++;
    }
    int end = start;
    while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    String blanks = text.substring(end, start);
    String mended = blanks.replace(" ", "");
    return mended.length() == blanks.length()
        ? null
        : text.substring(0, end) + mended + text.substring(start);
  }
}
