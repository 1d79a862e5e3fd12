package dev.dragoman.runtime.pattern;

import com.google.re2j.Pattern;
import dev.dragoman.runtime.limit.WorkLimit;
import java.util.Optional;

/**
 * A regular expression of a document, matched in time linear in the text. Documents use ECMA-262
 * (2020-12 core, section 6.4); the engine is RE2, without look-around and back references.
 *
 * <p>A pattern that the engine does not support, or whose compiled program would be too large, is
 * not used. {@link #refusal} reports the reason at build time, in the same words that are logged at
 * run time. Immutable.
 */
public final class LinearPattern {
  /** A JavaScript literal, which some documents use instead of the pattern alone. */
  private static final java.util.regex.Pattern LITERAL =
      java.util.regex.Pattern.compile("/(\\^.*|.*\\$)/([imsu]*)", java.util.regex.Pattern.DOTALL);

  /** Characters matched by one instruction in one unit of work. */
  private static final int STEPS_PER_UNIT = 4;

  private final String expression;
  private final int flags;
  private final Optional<String> excess;

  private LinearPattern(String expression, int flags, Optional<String> excess) {
    this.expression = expression;
    this.flags = flags;
    this.excess = excess;
  }

  /** A pattern as written in a document. Never fails: an unusable one is always undecided. */
  public static LinearPattern of(String source) {
    Optional<String> tooLong = PatternSize.excessOfLength(source);
    if (tooLong.isPresent()) {
      return new LinearPattern("", 0, tooLong);
    }
    java.util.regex.Matcher literal = LITERAL.matcher(source);
    String pattern = literal.matches() ? literal.group(1) : source;
    int flags = literal.matches() && literal.group(2).contains("i") ? Pattern.CASE_INSENSITIVE : 0;
    String own = EcmaEscapes.rewrite(pattern);
    return new LinearPattern(own, flags, PatternSize.excess(own, flags != 0));
  }

  /**
   * Why a pattern cannot be used.
   *
   * @return part of a sentence such as {@code its nested repetition counts multiply to more than
   *     1000}; empty if the pattern can be used
   */
  public static Optional<String> refusal(String source) {
    return of(source).refusal();
  }

  /** Why this pattern cannot be used; compiles it. */
  public Optional<String> refusal() {
    return excess.isPresent() ? excess : Programs.get(expression, flags).refusal();
  }

  /**
   * Whether the pattern occurs anywhere in a text.
   *
   * @param work is charged for compiling and matching
   */
  public PatternMatch find(String text, WorkLimit work) {
    if (excess.isPresent() || !work.spend(Programs.costOf(expression, flags))) {
      return PatternMatch.UNDECIDED;
    }
    Programs.Program program = Programs.get(expression, flags);
    if (program.compiled().isEmpty() || !work.spend(cost(program.size(), text))) {
      return PatternMatch.UNDECIDED;
    }
    return program.compiled().get().matcher(text).find() ? PatternMatch.FOUND : PatternMatch.ABSENT;
  }

  private static long cost(int size, String text) {
    return 1 + (long) size * (text.length() + 1L) / STEPS_PER_UNIT;
  }

  @Override
  public String toString() {
    return expression;
  }
}
