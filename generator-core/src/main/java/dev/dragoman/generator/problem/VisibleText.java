package dev.dragoman.generator.problem;

/** Text of the input as it may stand in a log: nothing breaks the line, hides or turns it round. */
public final class VisibleText {
  private static final int LONGEST = 1000;

  private VisibleText() {}

  /** The text on one line, at most 1,000 characters of it. */
  public static String of(String text) {
    StringBuilder visible = new StringBuilder();
    int before = 0;
    for (int character : text.codePoints().limit(LONGEST).toArray()) {
      if (dev.dragoman.runtime.text.VisibleText.isHidden(character, before)) {
        visible.append("\\u{%X}".formatted(character));
      } else {
        visible.appendCodePoint(character);
      }
      before = character;
    }
    return text.codePointCount(0, text.length()) > LONGEST
        ? visible.append('…').toString()
        : visible.toString();
  }
}
