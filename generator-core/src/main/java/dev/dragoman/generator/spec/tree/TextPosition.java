package dev.dragoman.generator.spec.tree;

import dev.dragoman.generator.problem.Location;

/** Converts an offset to line and column. */
final class TextPosition {
  private TextPosition() {}

  /**
   * The location of a character.
   *
   * @param offset in UTF-16 code units, starting at 0
   */
  static Location of(String file, CharSequence text, int offset) {
    int line = 1;
    int column = 1;
    for (int at = 0; at < offset && at < text.length(); at++) {
      if (text.charAt(at) == '\n') {
        line++;
        column = 1;
      } else {
        column++;
      }
    }
    return new Location(file, line, column, "");
  }
}
