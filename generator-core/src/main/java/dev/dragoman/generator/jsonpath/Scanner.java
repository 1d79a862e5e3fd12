package dev.dragoman.generator.jsonpath;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.problem.Location;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Splits a query into tokens, from left to right. Methods that return null leave the position
 * unchanged.
 */
final class Scanner {
  private static final Pattern NAME =
      Pattern.compile(
          "[A-Za-z_\\x{80}-\\x{D7FF}\\x{E000}-\\x{10FFFF}]"
              + "[A-Za-z0-9_\\x{80}-\\x{D7FF}\\x{E000}-\\x{10FFFF}]*");
  private static final Pattern FUNCTION = Pattern.compile("([a-z][a-z0-9_]*)\\(");
  private static final Pattern INTEGER = Pattern.compile("0|-?[1-9][0-9]*");
  private static final Pattern NUMBER =
      Pattern.compile("(-?0|-?[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,9})?");
  private static final Pattern OPERATOR = Pattern.compile("==|!=|<=|>=|<|>");
  private static final Pattern WORD = Pattern.compile("(true|false|null)(?![A-Za-z0-9_(])");

  /** Maximum absolute value of an index: the range of I-JSON (RFC 7493, section 2.2). */
  private static final long LARGEST = (1L << 53) - 1;

  private final String text;
  private int at;

  Scanner(String text) {
    this.text = text;
  }

  /** An exception at the current position. */
  JsonPathException fault(String message) {
    return new JsonPathException(message, at);
  }

  int position() {
    return at;
  }

  /** Returns to an earlier position. */
  void back(int position) {
    at = position;
  }

  boolean isAtEnd() {
    return at == text.length();
  }

  /** Whether the given text is next. */
  boolean isAt(String expected) {
    return text.startsWith(expected, at);
  }

  /** Skips the given text if it is next; returns whether it is. */
  boolean take(String expected) {
    boolean there = isAt(expected);
    at += there ? expected.length() : 0;
    return there;
  }

  /** Skips the given text, or throws if it is not next. */
  void expect(String expected) {
    if (!take(expected)) {
      throw fault("expected \"" + expected + "\"");
    }
  }

  /** Skips blanks (RFC 9535, section 2.1.1). */
  void blanks() {
    while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private @Nullable String take(Pattern pattern, int group) {
    Matcher matcher = pattern.matcher(text).region(at, text.length());
    matcher.useTransparentBounds(true);
    if (!matcher.lookingAt()) {
      return null;
    }
    at = matcher.end();
    return matcher.group(group);
  }

  /** A member name in shorthand notation. */
  @Nullable String name() {
    return take(NAME, 0);
  }

  /** A comparison operator. */
  @Nullable String operator() {
    return take(OPERATOR, 0);
  }

  /** The name of a function; its opening parenthesis is skipped, too. */
  @Nullable String function() {
    return take(FUNCTION, 1);
  }

  /**
   * An integer, or null.
   *
   * @throws JsonPathException if it is out of range
   */
  @Nullable Long integer() {
    int start = at;
    String digits = take(INTEGER, 0);
    if (digits == null) {
      return null;
    }
    if (digits.length() > 17 || Math.abs(Long.parseLong(digits)) > LARGEST) {
      at = start;
      throw fault("an index must be between -(2^53 - 1) and 2^53 - 1");
    }
    return Long.valueOf(digits);
  }

  /** A literal in a comparison: number, string, true, false or null. */
  @Nullable Json literal() {
    Location nowhere = Location.file("");
    String word = take(WORD, 1);
    if (word != null) {
      return word.equals("null")
          ? new Json.Null(nowhere)
          : new Json.Bool("true".equals(word), nowhere);
    }
    String digits = take(NUMBER, 0);
    if (digits != null) {
      return new Json.Num(digits, nowhere);
    }
    String string = string();
    return string == null ? null : new Json.Str(string, nowhere);
  }

  /** A string in single or double quotes. */
  @Nullable String string() {
    if (!isAt("'") && !isAt("\"")) {
      return null;
    }
    char quote = text.charAt(at++);
    StringBuilder string = new StringBuilder();
    while (at < text.length() && text.charAt(at) != quote) {
      char c = text.charAt(at++);
      if (c < ' ') {
        throw fault("a control character must be escaped");
      }
      string.append(c == '\\' ? escaped(quote) : c);
    }
    expect(String.valueOf(quote));
    checkPairs(string);
    return string.toString();
  }

  private char escaped(char quote) {
    char c = at < text.length() ? text.charAt(at++) : ' ';
    if (c == quote) {
      return c;
    }
    return switch (c) {
      case 'b' -> '\b';
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'f' -> '\f';
      case 'r' -> '\r';
      case '/', '\\' -> c;
      case 'u' -> unit();
      default -> throw fault("not a valid escape");
    };
  }

  private char unit() {
    String digits = text.substring(at, Math.min(at + 4, text.length()));
    if (!digits.matches("[0-9A-Fa-f]{4}")) {
      throw fault("expected four hexadecimal digits");
    }
    at += 4;
    return (char) Integer.parseInt(digits, 16);
  }

  /** Rejects surrogates without their pair, which no document can contain. */
  private void checkPairs(StringBuilder string) {
    boolean alone = string.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF);
    if (alone) {
      throw fault("unpaired surrogate");
    }
  }
}
