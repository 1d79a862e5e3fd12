package dev.dragoman.generator.emit.text;

import dev.dragoman.runtime.text.VisibleText;

/** Encodes text of a document for Markdown (CommonMark 0.31.2, section 2.4). */
final class MarkdownText {
  private static final String SPECIAL = "\\`*_{}[]<>()#+!|~&";

  private MarkdownText() {}

  /** The text on one line, with a backslash before every character that could be markup. */
  static String encode(String text) {
    StringBuilder encoded = new StringBuilder();
    int before = 0;
    for (int point : text.codePoints().toArray()) {
      append(encoded, point, before);
      before = point;
    }
    return encoded.toString();
  }

  private static void append(StringBuilder encoded, int c, int before) {
    if (Character.isWhitespace(c) || Character.isISOControl(c)) {
      encoded.append(' ');
    } else if (VisibleText.isHidden(c, before)) {
      // Invisible and direction-changing characters would hide what the report says.
      encoded.append(String.format("U+%04X", c));
    } else {
      encoded.append(SPECIAL.indexOf(c) >= 0 ? "\\" : "").appendCodePoint(c);
    }
  }
}
