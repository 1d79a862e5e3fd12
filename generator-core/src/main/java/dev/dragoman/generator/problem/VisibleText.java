package dev.dragoman.generator.problem;

/**
 * Makes text of the input safe for a log: on one line, with all characters visible and in order.
 */
public final class VisibleText {
  private static final int LONGEST = 1000;

  private VisibleText() {}

  /** The text on one line, cut after 1,000 characters. */
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
