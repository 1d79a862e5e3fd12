package dev.dragoman.runtime.validate;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;

/**
 * Patterns of documents, which are meant as ECMA-262 ones, for an engine that matches in linear
 * time. It has no look-around and no back references.
 */
final class Patterns {
  private static final java.util.regex.Pattern UNICODE_ESCAPE =
      java.util.regex.Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u\\{?([0-9A-Fa-f]{4,6})}?");

  /** A JavaScript literal, which some documents have in place of the pattern alone. */
  private static final java.util.regex.Pattern LITERAL =
      java.util.regex.Pattern.compile("/(\\^.*|.*\\$)/([imsu]*)", java.util.regex.Pattern.DOTALL);

  private static final int MAX_LENGTH = 10_000;

  private Patterns() {}

  /** The pattern; empty when the engine cannot say it. */
  static Optional<Pattern> compile(String source) {
    if (source.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    java.util.regex.Matcher literal = LITERAL.matcher(source);
    String pattern = literal.matches() ? literal.group(1) : source;
    int flags = literal.matches() && literal.group(2).contains("i") ? Pattern.CASE_INSENSITIVE : 0;
    String own = UNICODE_ESCAPE.matcher(pattern).replaceAll("$1\\\\x{$2}").replace("\\/", "/");
    try {
      return Optional.of(Pattern.compile(own, flags));
    } catch (PatternSyntaxException unknown) {
      return Optional.empty();
    }
  }
}
