package dev.dragoman.generator.problem;

import java.util.Objects;

/**
 * A problem with the input.
 *
 * @param code stable and searchable, e.g. {@code DRG-SPEC-003}
 * @param severity whether generation can continue
 * @param location where the problem is
 * @param message what is wrong, one sentence
 * @param hint what to do about it; may be empty
 */
public record Problem(
    String code, Severity severity, Location location, String message, String hint) {
  /** Prefix of the codes of warnings about text that a person should read before a model does. */
  public static final String SUSPICIOUS = "DRG-TEXT-";

  /** Whether generation can continue. */
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

  /** This problem as an error. */
  public Problem asError() {
    return new Problem(code, Severity.ERROR, location, message, hint);
  }

  /** Whether it is about text that misleads people or addresses models. */
  public boolean isSuspicious() {
    return code.startsWith(SUSPICIOUS);
  }

  /**
   * One line: place, code, message, hint. Place and message hold text of the input: what would
   * break the line, hide in it or turn it round is escaped, what is very long is cut.
   */
  @Override
  public String toString() {
    String text =
        VisibleText.of(location.toString()) + ": [" + code + "] " + VisibleText.of(message);
    return hint.isEmpty() ? text : text + " " + VisibleText.of(hint);
  }
}
