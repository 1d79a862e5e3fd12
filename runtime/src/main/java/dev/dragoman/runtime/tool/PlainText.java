package dev.dragoman.runtime.tool;

import java.nio.charset.StandardCharsets;

/** Text of others, made fit to stand inside ours: on one line, all of it visible, not too long. */
final class PlainText {
  private static final String CUT = "…";
  private static final int CUT_BYTES = 3;

  private PlainText() {}

  /**
   * The text on one line. What a reader would not see (controls, direction marks, zero-width and
   * tag characters, variation selectors) is spelt out as {@code \\u{…}}, so that nothing reaches
   * the model that a person looking at the same text would miss.
   */
  static String line(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.strip().codePoints().forEach(point -> append(line, point));
    return line.toString();
  }

  private static void append(StringBuilder line, int point) {
    if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
      boolean first = line.length() == 0 || line.charAt(line.length() - 1) != ' ';
      line.append(first ? " " : "");
    } else if (isInvisible(point)) {
      line.append("\\u{").append(Integer.toHexString(point)).append('}');
    } else {
      line.appendCodePoint(point);
    }
  }

  private static boolean isInvisible(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          true;
      default -> isBlankLetter(point);
    };
  }

  /** Characters that Unicode counts among letters, symbols and marks and that show nothing. */
  private static boolean isBlankLetter(int point) {
    return (point >= 0xFE00 && point <= 0xFE0F)
        || (point >= 0xE0100 && point <= 0xE01EF)
        || (point >= 0x180B && point <= 0x180F)
        || point == 0x034F
        || point == 0x115F
        || point == 0x1160
        || point == 0x17B4
        || point == 0x17B5
        || point == 0x2800
        || point == 0x3164
        || point == 0xFFA0;
  }

  /** The same in quotation marks that it cannot close. */
  static String quoted(String text, int maxBytes) {
    return '"' + clip(line(text).replace('"', '\''), maxBytes) + '"';
  }

  /** The text, cut to this many bytes of UTF-8, an ellipsis marking the cut. */
  static String clip(String text, int maxBytes) {
    if (text.length() <= maxBytes / 3 || bytes(text) <= maxBytes) {
      return text;
    }
    int end = 0;
    int used = CUT_BYTES;
    while (end < text.length()) {
      int point = text.codePointAt(end);
      used += bytesOf(point);
      if (used > maxBytes) {
        break;
      }
      end += Character.charCount(point);
    }
    return text.substring(0, end).stripTrailing() + CUT;
  }

  /** How many bytes of UTF-8 a text has; four of them make about one token. */
  static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static int bytesOf(int point) {
    if (point < 0x80) {
      return 1;
    }
    if (point < 0x800) {
      return 2;
    }
    return point < 0x10000 ? 3 : 4;
  }

  /** A title for the descriptions of tools: printable ASCII, at most this many characters. */
  static String title(String text, int maxLength) {
    String ascii = text.replaceAll("[^\\x20-\\x7E]+", " ").replaceAll("[\"`<>{}\\\\]", "").strip();
    String single = ascii.replaceAll(" {2,}", " ");
    return single.length() <= maxLength ? single : single.substring(0, maxLength).strip() + "...";
  }
}
