package dev.dragoman.generator.problem;

/** Text of the input as it may stand in a log: nothing breaks the line, hides or turns it round. */
public final class VisibleText {
  private static final int LONGEST = 1000;

  private VisibleText() {}

  /** The text on one line, at most 1,000 characters of it. */
  public static String of(String text) {
    StringBuilder visible = new StringBuilder();
    text.codePoints().limit(LONGEST).forEach(character -> append(visible, character));
    return text.codePointCount(0, text.length()) > LONGEST
        ? visible.append('…').toString()
        : visible.toString();
  }

  private static void append(StringBuilder visible, int character) {
    switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          visible.append("\\u{%X}".formatted(character));
      default -> visible.appendCodePoint(character);
    }
  }
}
