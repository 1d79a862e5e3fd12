package dev.dragoman.runtime.pattern;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rewrites escapes that have a different meaning in RE2 than in ECMA-262 (section 22.2.1): white
 * space includes Unicode's, {@code \cX} is a control character, <code>&#92;uXXXX</code> has four
 * digits, and two of them that are surrogates are one character. Quoted text ({@code \Q…\E}, which
 * RE2 supports) is not changed.
 */
final class EcmaEscapes {
  // Characters instead of escapes keep the rewritten pattern short. Both lists end with a range,
  // so that a hyphen that follows is a literal.
  private static final String SPACE =
      " \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff\u2000-\u200a\t-\r";
  private static final String NO_SPACE =
      "\0-\b\16-\37!-\u009f\u00a1-\u167f\u1681-\u1fff\u200b-\u2027\u202a-\u202e\u2030-\u205e"
          + "\u2060-\u2fff\u3001-\ufefe\uff00-\udbff\udfff";

  /**
   * Digits in braces, a pair of surrogates, or four digits (section 22.2.1, RegExpUnicodeEscape).
   */
  private static final Pattern UNICODE =
      Pattern.compile(
          "\\\\u(?:\\{(?<braces>[0-9A-Fa-f]{1,6})}"
              + "|(?<high>[Dd][89ABab][0-9A-Fa-f]{2})\\\\u(?<low>[Dd][C-Fc-f][0-9A-Fa-f]{2})"
              + "|(?<four>[0-9A-Fa-f]{4}))");

  private final String pattern;
  private final StringBuilder text = new StringBuilder();
  private boolean inClass;

  private EcmaEscapes(String pattern) {
    this.pattern = pattern;
  }

  static String rewrite(String pattern) {
    return pattern.indexOf('\\') < 0 ? pattern : new EcmaEscapes(pattern).rewritten();
  }

  private String rewritten() {
    int at = 0;
    while (at < pattern.length()) {
      char next = pattern.charAt(at);
      if (next == '\\' && at + 1 < pattern.length()) {
        at = escape(at);
      } else if (next == '[') {
        at = inClass ? copy(at, endOfNamedClass(at)) : copy(at, firstOfClass(at));
        inClass = true;
      } else {
        inClass &= next != ']';
        at = copy(at, at + 1);
      }
    }
    return text.toString();
  }

  /**
   * A bracket inside a class is a member of it, or starts a named class such as {@code [:alpha:]}.
   */
  private int endOfNamedClass(int at) {
    int end = pattern.startsWith("[:", at) ? pattern.indexOf(":]", at + 2) : -1;
    return end < 0 ? at + 1 : end + 2;
  }

  /** A closing bracket at the beginning of a class is a member of it. */
  private int firstOfClass(int at) {
    int first = pattern.startsWith("^", at + 1) ? at + 2 : at + 1;
    return pattern.startsWith("]", first) ? first + 1 : first;
  }

  private int escape(int at) {
    char letter = pattern.charAt(at + 1);
    if (letter == 'Q' && !inClass) {
      int end = pattern.indexOf("\\E", at);
      return copy(at, end < 0 ? pattern.length() : end + 2);
    } else if (letter == 's' || letter == 'S') {
      String members = letter == 's' ? SPACE : NO_SPACE;
      text.append(inClass ? members : "[" + members + "]");
      return at + 2;
    } else if (letter == 'c' && at + 2 < pattern.length() && isLetter(pattern.charAt(at + 2))) {
      return character(pattern.charAt(at + 2) % 32, at + 3);
    } else if (letter == '/') {
      return copy(at + 1, at + 2);
    }
    return letter == 'u' ? unicode(at) : copy(at, at + 2);
  }

  private int unicode(int at) {
    Matcher escape = UNICODE.matcher(pattern).region(at, pattern.length());
    if (!escape.lookingAt()) {
      return copy(at, at + 2);
    } else if (escape.group("high") != null) {
      char high = (char) Integer.parseInt(escape.group("high"), 16);
      char low = (char) Integer.parseInt(escape.group("low"), 16);
      return character(Character.toCodePoint(high, low), escape.end());
    }
    String digits = escape.group("braces") == null ? escape.group("four") : escape.group("braces");
    return character(Integer.parseInt(digits, 16), escape.end());
  }

  private int character(int code, int end) {
    text.append("\\x{").append(Integer.toHexString(code)).append('}');
    return end;
  }

  private int copy(int from, int to) {
    text.append(pattern, from, to);
    return to;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
