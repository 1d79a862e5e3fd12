package dev.dragoman.runtime.pattern;

import java.util.Locale;

/**
 * Rewrites escapes that have a different meaning in RE2 than in ECMA-262 (section 22.2.1): white
 * space includes Unicode's, {@code \cX} is a control character. Quoted text ({@code \Q…\E}, which
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
      String code = Integer.toHexString(pattern.charAt(at + 2) % 32).toLowerCase(Locale.ROOT);
      text.append("\\x{").append(code).append('}');
      return at + 3;
    }
    return copy(at, at + 2);
  }

  private int copy(int from, int to) {
    text.append(pattern, from, to);
    return to;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
