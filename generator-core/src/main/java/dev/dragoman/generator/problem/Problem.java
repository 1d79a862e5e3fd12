package dev.dragoman.generator.problem;

import java.util.Objects;

/**
 * One thing a user should know about the input.
 *
 * @param code stable and searchable, e.g. {@code DRG-SPEC-003}
 * @param severity whether generation can go on
 * @param location where
 * @param message what is wrong, one sentence
 * @param hint what to do about it; empty when there is nothing to add
 */
public record Problem(
    String code, Severity severity, Location location, String message, String hint) {
  private static final int LONGEST_TEXT = 1000;

  /** Whether generation can go on. */
  public enum Severity {
    WARNING,
    ERROR
  }

  public Problem {
    Objects.requireNonNull(code);
    Objects.requireNonNull(severity);
    Objects.requireNonNull(location);
    Objects.requireNonNull(message);
    Objects.requireNonNull(hint);
  }

  /**
   * One line: place, code, message, hint. Place and message hold text of the input: what would
   * break the line, hide in it or turn it round is escaped, what is very long is cut.
   */
  @Override
  public String toString() {
    String text = visible(location.toString()) + ": [" + code + "] " + visible(message);
    return hint.isEmpty() ? text : text + " " + visible(hint);
  }

  private static String visible(String text) {
    StringBuilder visible = new StringBuilder();
    text.codePoints().limit(LONGEST_TEXT).forEach(character -> append(visible, character));
    return text.codePointCount(0, text.length()) > LONGEST_TEXT
        ? visible.append('…').toString()
        : visible.toString();
  }

  private static void append(StringBuilder visible, int character) {
    switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          visible.append("\\u{%X}".formatted(character));
      default -> visible.appendCodePoint(character);
    }
  }
}
