package dev.dragoman.runtime.text;

/**
 * Shows invisible characters as {@code \}{@code uXXXX}: controls, zero-width, direction and tag
 * characters, variation selectors and letters without a glyph, which can hide words from people
 * that a model reads. Inside JSON text the result is JSON of the same value.
 */
public final class VisibleText {
  private VisibleText() {}

  /** The text, with line breaks and tabs kept. */
  public static String of(String text) {
    if (isPlain(text)) {
      return text;
    }
    StringBuilder visible = new StringBuilder(text.length() + 16);
    int before = 0;
    for (int point : text.codePoints().toArray()) {
      boolean layout = point == '\t' || point == '\n' || point == '\r';
      append(visible, point, layout || isShown(point, before));
      before = point;
    }
    return visible.toString();
  }

  /** The text on one line, with every run of white space collapsed to a single space. */
  public static String line(String text) {
    return isLine(text) ? text : rewritten(text);
  }

  /** Whether the text is on one line already, with nothing to collapse and all of it visible. */
  private static boolean isLine(String text) {
    int before = 0;
    boolean space = true;
    for (int i = 0; i < text.length(); ) {
      int point = text.charAt(i);
      if (point >= 0x7F) {
        point = text.codePointAt(i);
      }
      i += Character.charCount(point);
      boolean single = point == ' ' && !space;
      if (!single && !(point > ' ' && point < 0x7F) && !isGlyph(point, before)) {
        return false;
      }
      space = point == ' ';
      before = point;
    }
    return text.isEmpty() || !space;
  }

  /** Whether a character outside ASCII is shown, and is not a space of any kind. */
  private static boolean isGlyph(int point, int before) {
    return point > 0x7F
        && !Character.isWhitespace(point)
        && !Character.isSpaceChar(point)
        && isShown(point, before);
  }

  private static String rewritten(String text) {
    StringBuilder line = new StringBuilder(text.length());
    int before = 0;
    for (int point : text.strip().codePoints().toArray()) {
      if (!Character.isWhitespace(point) && !Character.isSpaceChar(point)) {
        append(line, point, isShown(point, before));
      } else if (line.length() == 0 || line.charAt(line.length() - 1) != ' ') {
        line.append(' ');
      }
      before = point;
    }
    return line.toString();
  }

  /**
   * Whether a character is invisible at its position. This is the only definition: warnings about
   * documents, reports and messages all use it.
   *
   * @param before the preceding character, 0 at the beginning
   */
  public static boolean isHidden(int point, int before) {
    return !isShown(point, before);
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < ' ' && c != '\n' && c != '\t' && c != '\r') || c >= 0x7F) {
        return false;
      }
    }
    return true;
  }

  private static void append(StringBuilder visible, int point, boolean shown) {
    if (shown) {
      visible.appendCodePoint(point);
      return;
    }
    for (char unit : Character.toChars(point)) {
      visible.append(String.format("\\u%04X", (int) unit));
    }
  }

  /** A single selector after a symbol only determines whether it is drawn in color (UTS #51). */
  private static boolean isShown(int point, int before) {
    boolean symbol = Character.getType(before) == Character.OTHER_SYMBOL;
    return !isHidden(point) || (symbol && isIn(point, 0xFE0E, 0xFE0F));
  }

  private static boolean isHidden(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> isBlankLetter(point);
    };
  }

  /** Characters that Unicode classifies as letters, symbols or marks but that are invisible. */
  private static boolean isBlankLetter(int point) {
    return isIn(point, 0xFE00, 0xFE0F)
        || isIn(point, 0xE0100, 0xE01EF)
        || isIn(point, 0x180B, 0x180F)
        || isIn(point, 0x115F, 0x1160)
        || isIn(point, 0x17B4, 0x17B5)
        || point == 0x034F
        || point == 0x2800
        || point == 0x3164
        || point == 0xFFA0;
  }

  private static boolean isIn(int point, int first, int last) {
    return point >= first && point <= last;
  }
}
