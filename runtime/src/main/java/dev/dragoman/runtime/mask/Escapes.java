package dev.dragoman.runtime.mask;

import java.util.Map;

/**
 * Decodes escapes for one character: of JSON and JavaScript strings (RFC 8259, section 7), of URLs
 * (RFC 3986, section 2.1) and of HTML. NUL characters are skipped: UTF-16 text decoded with another
 * charset is full of them.
 */
final class Escapes {
  private static final char NOTHING = '\uFFFF';

  /** HTML entity names of the characters that occur in credentials. */
  private static final Map<String, Character> NAMES =
      Map.ofEntries(
          Map.entry("amp", '&'),
          Map.entry("apos", '\''),
          Map.entry("ast", '*'),
          Map.entry("bsol", '\\'),
          Map.entry("colon", ':'),
          Map.entry("comma", ','),
          Map.entry("commat", '@'),
          Map.entry("dash", '-'),
          Map.entry("dollar", '$'),
          Map.entry("equals", '='),
          Map.entry("excl", '!'),
          Map.entry("gt", '>'),
          Map.entry("hyphen", '-'),
          Map.entry("lowbar", '_'),
          Map.entry("lt", '<'),
          Map.entry("num", '#'),
          Map.entry("percnt", '%'),
          Map.entry("period", '.'),
          Map.entry("plus", '+'),
          Map.entry("quest", '?'),
          Map.entry("quot", '"'),
          Map.entry("semi", ';'),
          Map.entry("sol", '/'),
          Map.entry("verbar", '|'));

  private static final int LONGEST_NAME = 6;

  private Escapes() {}

  /** Whether a character can start an escape. */
  static boolean isStart(char unit) {
    return unit == '\\' || unit == '%' || unit == '&' || unit == 0;
  }

  /** The escape at an index, as length and character in one number; 0 if there is none. */
  static int read(char[] text, int start, int end) {
    return switch (text[start]) {
      case '\\' -> start + 1 < end ? backslash(text, start, end) : 0;
      case '%' -> percent(text, start, end);
      case '&' ->
          start + 1 < end && text[start + 1] == '#'
              ? numbered(text, start, end)
              : named(text, start, end);
      default -> escape(1, NOTHING);
    };
  }

  /** The number of characters of the escape. */
  static int length(int escape) {
    return escape >>> 16;
  }

  /** The decoded character. */
  static char character(int escape) {
    return (char) escape;
  }

  /** Whether the escape represents no character at all and is skipped. */
  static boolean isNothing(int escape) {
    return character(escape) == NOTHING;
  }

  /** Packs both results into one number, so that decoding allocates nothing. */
  private static int escape(int length, int character) {
    return length << 16 | (character & 0xFFFF);
  }

  private static int backslash(char[] text, int start, int end) {
    return switch (text[start + 1]) {
      case '"', '\'', '\\', '/' -> escape(2, text[start + 1]);
      case 'n', 'r', 't', 'b', 'f' -> escape(2, ' ');
      case 'x' -> hex(text, start, 2, 2, end);
      case 'u' ->
          start + 2 < end && text[start + 2] == '{'
              ? terminated(text, start, start + 3, 16, '}', end)
              : hex(text, start, 2, 4, end);
      default -> 0;
    };
  }

  private static int percent(char[] text, int start, int end) {
    return start + 1 < end && text[start + 1] == 'u'
        ? hex(text, start, 2, 4, end)
        : hex(text, start, 1, 2, end);
  }

  /** A fixed number of digits after a prefix of the given length. */
  private static int hex(char[] text, int start, int prefix, int digits, int end) {
    if (start + prefix + digits > end) {
      return 0;
    }
    int value = 0;
    for (int index = start + prefix; index < start + prefix + digits; index++) {
      int digit = Character.digit(text[index], 16);
      if (digit < 0) {
        return 0;
      }
      value = value * 16 + digit;
    }
    return escape(prefix + digits, value);
  }

  private static int numbered(char[] text, int start, int end) {
    boolean hex = start + 2 < end && (text[start + 2] | 0x20) == 'x';
    return terminated(text, start, start + (hex ? 3 : 2), hex ? 16 : 10, ';', end);
  }

  /** Digits up to a terminator, which may be missing. */
  private static int terminated(char[] text, int start, int first, int radix, char last, int end) {
    int value = 0;
    int index = first;
    while (index < end && index < first + 8 && Character.digit(text[index], radix) >= 0) {
      value = Math.min(0xFFFE, value * radix + Character.digit(text[index], radix));
      index++;
    }
    if (index == first) {
      return 0;
    }
    index += index < end && text[index] == last ? 1 : 0;
    return escape(index - start, value);
  }

  /** A named HTML entity; a name without a semicolon is not decoded. */
  private static int named(char[] text, int start, int end) {
    for (int index = start + 1; index < end && index <= start + LONGEST_NAME + 1; index++) {
      if (text[index] == ';') {
        Character known = NAMES.get(new String(text, start + 1, index - start - 1));
        return known == null ? 0 : escape(index - start + 1, known);
      }
    }
    return 0;
  }
}
