package dev.dragoman.runtime.tool;

import dev.dragoman.runtime.text.VisibleText;

/**
 * Makes text from the document, the API or a caller safe to embed in this server's own text: on one
 * line, with all characters visible, and of bounded length.
 */
public final class ForeignText {
  private static final String CUT = "…";
  private static final int CUT_BYTES = 3;

  private ForeignText() {}

  /** The text on one line; invisible characters are escaped by {@link VisibleText}. */
  public static String line(String text) {
    return VisibleText.line(text);
  }

  /**
   * The same in quotation marks, with those inside the text escaped so that it cannot end the
   * quotation.
   */
  public static String quoted(String text, int maxBytes) {
    return '"' + clip(line(text).replace('"', '\''), maxBytes) + '"';
  }

  /** The text cut to this many bytes of UTF-8; an ellipsis marks the cut. */
  public static String clip(String text, int maxBytes) {
    if (!exceeds(text, maxBytes)) {
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

  /** Whether a text is longer than this many bytes of UTF-8; a short one is not counted. */
  public static boolean exceeds(CharSequence text, int maxBytes) {
    return text.length() > maxBytes / 3 && bytes(text.toString()) > maxBytes;
  }

  /** The number of bytes of a text in UTF-8; four of them make about one token. */
  public static int bytes(String text) {
    int bytes = text.length();
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit < 0x80) {
        continue;
      }
      if (!Character.isSurrogate(unit)) {
        bytes += unit < 0x800 ? 1 : 2;
      } else if (Character.isHighSurrogate(unit)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        // A pair of surrogates takes four bytes; one without the other is encoded as "?".
        bytes += 2;
        i++;
      }
    }
    return bytes;
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
  public static String title(String text, int maxLength) {
    String ascii = text.replaceAll("[^\\x20-\\x7E]+", " ").replaceAll("[\"`<>{}\\\\]", "").strip();
    String single = ascii.replaceAll(" {2,}", " ");
    return single.length() <= maxLength ? single : single.substring(0, maxLength).strip() + "...";
  }
}
