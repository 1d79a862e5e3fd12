package dev.dragoman.runtime.execute.mock.value;

import dev.dragoman.runtime.limit.WorkLimit;
import dev.dragoman.runtime.pattern.LinearPattern;
import dev.dragoman.runtime.pattern.PatternMatch;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * Texts that match a simple regular expression: literals, classes, groups, alternatives and
 * repetitions, as in {@code ^(SM|MM)[0-9a-fA-F]{32}$}. Each result is matched against the pattern.
 */
public final class PatternText {
  private static final int MAX_LENGTH = 200;
  private static final int MAX_PATTERN = 500;
  private static final int USUAL = -1;

  private final String pattern;
  private final StringBuilder out = new StringBuilder();
  private int at;

  /** How often something is repeated that may be repeated as often as one likes. */
  private final int times;

  private PatternText(String pattern, int times) {
    this.pattern = pattern;
    this.times = times;
  }

  /**
   * A text that matches the pattern and length of a schema.
   *
   * @param index different numbers result in different texts, if the pattern allows it
   * @return empty if there is no pattern, or none that this class supports
   */
  public static Optional<String> of(JsonNode schema, int index) {
    String pattern = schema.path("pattern").asString("");
    if (pattern.isEmpty() || pattern.length() > MAX_PATTERN) {
      return Optional.empty();
    }
    return fitting(schema, pattern)
        .map(text -> numbered(text, index))
        .filter(text -> hasLength(schema, text) && matches(pattern, text));
  }

  /** Whether a text matches the pattern of a schema, if it has one. */
  static boolean allows(JsonNode schema, String text) {
    String pattern = schema.path("pattern").asString("");
    return pattern.isEmpty() || matches(pattern, text);
  }

  /** A text of the length of the schema, if the pattern has repetitions that allow it. */
  private static Optional<String> fitting(JsonNode schema, String pattern) {
    String usual = new PatternText(pattern, USUAL).text();
    if (hasLength(schema, usual) || !matches(pattern, usual)) {
      return Optional.of(usual);
    }
    return IntStream.rangeClosed(0, MAX_LENGTH)
        .mapToObj(times -> new PatternText(pattern, times).text())
        .filter(text -> hasLength(schema, text))
        .findFirst();
  }

  private static boolean hasLength(JsonNode schema, String text) {
    int length = text.codePointCount(0, text.length());
    return length >= schema.path("minLength").asInt(0)
        && length <= schema.path("maxLength").asInt(Integer.MAX_VALUE);
  }

  private static boolean matches(String pattern, String text) {
    return LinearPattern.of(pattern).find(text, WorkLimit.standard()) == PatternMatch.FOUND;
  }

  /** The text with a number in place of its end. */
  private static String numbered(String text, int index) {
    String hex = String.format(Locale.ROOT, "%x", index);
    String number = text.endsWith(hex) ? "0" + hex : hex;
    int keep = Math.max(0, text.length() - number.length());
    return index == 0 ? text : text.substring(0, keep) + number;
  }

  private String text() {
    alternatives();
    return out.toString();
  }

  /** The first of the alternatives up to the end of the group. */
  private void alternatives() {
    while (at < pattern.length() && pattern.charAt(at) != ')' && pattern.charAt(at) != '|') {
      piece();
    }
    int end = out.length();
    while (at < pattern.length() && pattern.charAt(at) == '|') {
      at++;
      while (at < pattern.length() && pattern.charAt(at) != ')' && pattern.charAt(at) != '|') {
        piece();
      }
      out.setLength(end);
    }
  }

  private void piece() {
    int start = out.length();
    char first = pattern.charAt(at);
    if (first == '^' || first == '$') {
      at++;
      return;
    }
    atom(first);
    String once = out.substring(start);
    int repeated = repetition();
    out.setLength(start);
    for (int i = 0; i < repeated && out.length() < MAX_LENGTH; i++) {
      out.append(once);
    }
  }

  private void atom(char first) {
    at++;
    switch (first) {
      case '(' -> {
        if (pattern.startsWith("?:", at)) {
          at += 2;
        }
        alternatives();
        at++;
      }
      case '[' -> out.append(characterClass());
      case '\\' -> out.append(escape());
      case '.' -> out.append('a');
      default -> out.append(first);
    }
  }

  private String escape() {
    char kind = at < pattern.length() ? pattern.charAt(at++) : '\\';
    return switch (kind) {
      case 'd' -> "0";
      case 'w', 'S', 'D' -> "a";
      case 's' -> " ";
      case 'W' -> "-";
      case 'b', 'B' -> "";
      default -> String.valueOf(kind);
    };
  }

  /** The first character of a class; of a negated one, a letter. */
  private String characterClass() {
    boolean negated = pattern.startsWith("^", at);
    String member = "";
    for (boolean open = true; open && at < pattern.length(); ) {
      char c = pattern.charAt(at++);
      if (c == ']') {
        open = false;
      } else {
        String one = c == '\\' ? escape() : String.valueOf(c);
        member = member.isEmpty() ? one : member;
      }
    }
    return negated ? "a" : member;
  }

  private int repetition() {
    if (at >= pattern.length()) {
      return 1;
    }
    int repeated =
        switch (pattern.charAt(at)) {
          case '?', '*', '+' -> many(pattern.charAt(at++));
          case '{' -> counted();
          default -> 1;
        };
    if (at < pattern.length() && pattern.charAt(at) == '?') {
      at++;
    }
    return repeated;
  }

  private int many(char sign) {
    return switch (sign) {
      case '?' -> within(1, 0, 1);
      case '+' -> within(8, 1, MAX_LENGTH);
      default -> within(8, 0, MAX_LENGTH);
    };
  }

  private int within(int usual, int least, int most) {
    return times == USUAL ? usual : Math.max(least, Math.min(most, times));
  }

  private int counted() {
    int close = pattern.indexOf('}', at);
    String count = close < 0 ? "" : pattern.substring(at + 1, close);
    if (!count.matches("[0-9]{1,3}(,[0-9]{0,4})?")) {
      return 1;
    }
    at = close + 1;
    int least = Integer.parseInt(count.replaceFirst(",.*", ""));
    String most = count.replaceFirst("[0-9]+,?", "");
    return count.contains(",")
        ? within(Math.max(1, least), least, most.isEmpty() ? MAX_LENGTH : Integer.parseInt(most))
        : least;
  }
}
