package dev.dragoman.benchmarks.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Generates a text that matches a simple regular expression with classes, groups, alternatives and
 * counts. Uses the first alternative and the first character of a class.
 */
final class PatternText {
  private static final int MOST_REPEATED = 64;

  private final String pattern;
  private final int extra;
  private int at;

  private PatternText(String pattern, int extra) {
    this.pattern = pattern;
    this.extra = extra;
  }

  /** A text with a length between these bounds; if none is found, the closest one. */
  static String of(String pattern, int least, int most) {
    String text = "text";
    for (int extra = 0; extra <= MOST_REPEATED; extra++) {
      text = new PatternText(pattern, extra).alternatives();
      if (text.length() >= least && text.length() <= most && matches(pattern, text)) {
        return text;
      }
    }
    return text;
  }

  private static boolean matches(String pattern, String text) {
    try {
      return Pattern.compile(pattern).matcher(text).find();
    } catch (PatternSyntaxException e) {
      return false;
    }
  }

  private String alternatives() {
    List<String> all = new ArrayList<>(List.of(sequence()));
    while (at < pattern.length() && pattern.charAt(at) == '|') {
      at++;
      all.add(sequence());
    }
    return all.get(0);
  }

  private String sequence() {
    StringBuilder text = new StringBuilder();
    while (at < pattern.length() && "|)".indexOf(pattern.charAt(at)) < 0) {
      String one = one();
      text.append(one.repeat(count()));
    }
    return text.toString();
  }

  private String one() {
    char c = pattern.charAt(at++);
    return switch (c) {
      case '^', '$' -> "";
      case '.' -> "a";
      case '[' -> characters();
      case '(' -> group();
      case '\\' -> escaped(pattern.charAt(at++));
      default -> String.valueOf(c);
    };
  }

  private String group() {
    if (pattern.startsWith("?", at)) {
      at = Math.max(at, pattern.indexOf(pattern.startsWith("?:", at) ? ":" : ">", at)) + 1;
    }
    String text = alternatives();
    at++;
    return text;
  }

  private static String escaped(char c) {
    return switch (c) {
      case 'd' -> "1";
      case 'w', 'S', 'D' -> "a";
      case 's' -> " ";
      case 'b', 'A', 'z', 'Z' -> "";
      default -> String.valueOf(c);
    };
  }

  private String characters() {
    boolean not = pattern.charAt(at) == '^';
    int end = at + (not ? 2 : 1);
    while (end < pattern.length() && pattern.charAt(end) != ']') {
      end += pattern.charAt(end) == '\\' ? 2 : 1;
    }
    String set = pattern.substring(at, end);
    at = end + 1;
    for (char c : ("a1A" + set.substring(not ? 1 : 0)).toCharArray()) {
      if (matches("^[" + set + "]$", String.valueOf(c))) {
        return String.valueOf(c);
      }
    }
    return "a";
  }

  /** The number of repetitions of the preceding part. */
  private int count() {
    if (at >= pattern.length()) {
      return 1;
    }
    char c = pattern.charAt(at);
    if (c == '?' || c == '*' || c == '+') {
      at++;
      skipLazy();
      return c == '?' ? 0 : c == '*' ? extra : 1 + extra;
    }
    return c == '{' ? counted() : 1;
  }

  private int counted() {
    int end = pattern.indexOf('}', at);
    String[] bounds = pattern.substring(at + 1, end).split(",", -1);
    at = end + 1;
    skipLazy();
    int least = bounds[0].isEmpty() ? 0 : Integer.parseInt(bounds[0]);
    int most =
        bounds.length == 1 ? least : bounds[1].isEmpty() ? 1000 : Integer.parseInt(bounds[1]);
    return Math.min(most, least + extra);
  }

  private void skipLazy() {
    if (at < pattern.length() && "?+".indexOf(pattern.charAt(at)) >= 0) {
      at++;
    }
  }
}
