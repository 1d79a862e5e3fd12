package dev.dragoman.runtime.pattern;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Computes the size of a regular expression's program without compiling it: compilation expands
 * counts, so that {@code ((a{0,500}){0,500}){0,500}} takes gigabytes.
 *
 * <p>RE2 and Go reject counts above 1,000, alone or multiplied by nesting, and limit the program;
 * the Java port limits single counts only.
 */
final class PatternSize {
  private static final int MAX_LENGTH = 10_000;
  private static final int MAX_COUNT = 1_000;
  private static final int MAX_DEPTH = 200;

  /** Maximum number of instructions; about 3 MB including the engine's own data. */
  private static final int MAX_PROGRAM = 20_000;

  /** A Unicode class, such as {@code \pL}, has hundreds of ranges. */
  private static final int UNICODE_CLASS = 100;

  /** Flags that make a part of an expression case-insensitive. */
  private static final Pattern FOLDING = Pattern.compile("\\(\\?[a-zA-Z]*i");

  private final String source;
  private final boolean folds;
  private final Deque<Level> outer = new ArrayDeque<>();
  private Level level = new Level();
  private long classes;
  private int deepest;
  private int at;

  /**
   * The size of an expression; an upper bound.
   *
   * @param program number of instructions
   * @param count the largest product of nested counts
   * @param depth nesting depth of groups
   */
  record Size(long program, long count, int depth) {}

  /** The part of an alternation read so far, and the part that a repetition applies to. */
  private static final class Level {
    private long size = 1;
    private long count = 1;
    private long lastSize;
    private long lastCount = 1;

    void add(long partSize, long partCount) {
      close();
      lastSize = partSize;
      lastCount = partCount;
    }

    void repeat(long times) {
      lastSize = capped(capped(lastSize * Math.max(1, times)) + times);
      lastCount = times == 0 ? 1 : capped(lastCount * times);
    }

    void close() {
      size = capped(size + lastSize);
      count = Math.max(count, lastCount);
      lastSize = 0;
      lastCount = 1;
    }

    private static long capped(long number) {
      return Math.min(number, Integer.MAX_VALUE);
    }
  }

  private PatternSize(String source, boolean ignoresCase) {
    this.source = source;
    this.folds = ignoresCase || FOLDING.matcher(source).find();
  }

  static Optional<String> excessOfLength(String source) {
    return source.length() > MAX_LENGTH
        ? Optional.of("it is longer than " + MAX_LENGTH + " characters")
        : Optional.empty();
  }

  /** The limit that an expression exceeds; empty if it can be compiled. */
  static Optional<String> excess(String source, boolean ignoresCase) {
    Optional<String> tooLong = excessOfLength(source);
    if (tooLong.isPresent()) {
      return tooLong;
    }
    Size size = of(source, ignoresCase);
    if (size.count() > MAX_COUNT) {
      return Optional.of("its nested repetition counts multiply to more than " + MAX_COUNT);
    } else if (size.depth() > MAX_DEPTH) {
      return Optional.of("its groups are nested more than " + MAX_DEPTH + " deep");
    }
    return size.program() > MAX_PROGRAM
        ? Optional.of("its compiled form has more than " + MAX_PROGRAM + " instructions")
        : Optional.empty();
  }

  static Size of(String source, boolean ignoresCase) {
    return new PatternSize(source, ignoresCase).read();
  }

  private Size read() {
    while (at < source.length()) {
      part(source.charAt(at));
    }
    while (!outer.isEmpty()) {
      leave();
    }
    level.close();
    return new Size(level.size + classes, level.count, deepest);
  }

  private void part(char first) {
    switch (first) {
      case '(' -> enter();
      case ')' -> {
        leave();
        at++;
      }
      case '[' -> bracket();
      case '\\' -> escape();
      case '*', '+', '?' -> {
        level.lastSize += 2;
        at++;
      }
      case '{' -> count();
      case '|' -> {
        level.add(1, 1);
        level.close();
        at++;
      }
      default -> {
        level.add(1, 1);
        at++;
      }
    }
  }

  private void enter() {
    outer.push(level);
    level = new Level();
    deepest = Math.max(deepest, outer.size());
    at++;
    if (source.startsWith("?", at)) {
      // Flags and names are not instructions.
      at++;
    }
  }

  private void leave() {
    if (outer.isEmpty()) {
      return;
    }
    level.close();
    Level group = level;
    level = outer.pop();
    level.add(group.size + 2, group.count);
  }

  /** A count multiplies the preceding part; other braces are literal characters. */
  private void count() {
    int end = source.indexOf('}', at);
    String[] bounds = end < 0 ? new String[0] : source.substring(at + 1, end).split(",", -1);
    boolean isCount =
        (bounds.length == 1 || bounds.length == 2)
            && bounds[0].matches("[0-9]{1,9}")
            && (bounds.length == 1 || bounds[1].matches("[0-9]{0,9}"));
    if (!isCount) {
      level.add(1, 1);
      at++;
      return;
    }
    String last = bounds[bounds.length - 1];
    long times = last.isEmpty() ? Long.parseLong(bounds[0]) : Long.parseLong(last);
    level.repeat(times);
    if (last.isEmpty()) {
      level.lastSize += 2;
    }
    at = end + 1;
  }

  private void escape() {
    char kind = at + 1 < source.length() ? source.charAt(at + 1) : '\\';
    if (kind == 'Q') {
      int end = source.indexOf("\\E", at + 2);
      int length = (end < 0 ? source.length() : end) - at - 2;
      level.add(length, 1);
      at = end < 0 ? source.length() : end + 2;
      return;
    }
    level.add(1, 1);
    at += 2;
    if (kind == 'p' || kind == 'P') {
      classes += UNICODE_CLASS;
    }
    if ((kind == 'x' || kind == 'p' || kind == 'P') && source.startsWith("{", at)) {
      int end = source.indexOf('}', at);
      at = end < 0 ? source.length() : end + 1;
    }
  }

  /** A bracket expression is one instruction; its ranges count as well. */
  private void bracket() {
    int start = at++;
    at += source.startsWith("^", at) ? 1 : 0;
    at += source.startsWith("]", at) ? 1 : 0;
    while (at < source.length() && source.charAt(at) != ']') {
      if (source.startsWith("[:", at) && source.indexOf(":]", at) > 0) {
        at = source.indexOf(":]", at) + 2;
      } else if (source.charAt(at) == '\\') {
        boolean unicode = source.startsWith("p", at + 1) || source.startsWith("P", at + 1);
        classes += unicode ? UNICODE_CLASS : 0;
        at += 2;
      } else {
        // A case-insensitive range is expanded character by character.
        classes += folds && source.charAt(at) == '-' ? UNICODE_CLASS : 0;
        at++;
      }
    }
    at = Math.min(at + 1, source.length());
    classes += (at - start) / 8;
    level.add(1, 1);
  }
}
