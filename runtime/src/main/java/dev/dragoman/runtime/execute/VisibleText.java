package dev.dragoman.runtime.execute;

/**
 * Shows what cannot be seen, as {@code \}{@code uXXXX}: zero-width, direction and tag characters
 * and controls, in which an API's text can hide words from people that a model reads. Inside JSON
 * text the result is JSON of the same value.
 */
final class VisibleText {
  private VisibleText() {}

  static String of(String text) {
    if (text.codePoints().noneMatch(VisibleText::isHidden)) {
      return text;
    }
    StringBuilder visible = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            codePoint -> {
              if (isHidden(codePoint)) {
                Character.toString(codePoint).chars().forEach(unit -> escape(unit, visible));
              } else {
                visible.appendCodePoint(codePoint);
              }
            });
    return visible.toString();
  }

  private static void escape(int unit, StringBuilder visible) {
    visible.append(String.format("\\u%04X", unit));
  }

  private static boolean isHidden(int codePoint) {
    return isControl(codePoint)
        || codePoint == 0x061C
        || isIn(codePoint, 0x200B, 0x200F)
        || isIn(codePoint, 0x202A, 0x202E)
        || isIn(codePoint, 0x2060, 0x206F)
        || codePoint == 0xFEFF
        || isIn(codePoint, 0xFFF9, 0xFFFB)
        || isIn(codePoint, 0xE0000, 0xE01EF);
  }

  private static boolean isControl(int codePoint) {
    boolean layout = codePoint == '\t' || codePoint == '\n' || codePoint == '\r';
    return Character.isISOControl(codePoint) && !layout;
  }

  private static boolean isIn(int codePoint, int first, int last) {
    return codePoint >= first && codePoint <= last;
  }
}
