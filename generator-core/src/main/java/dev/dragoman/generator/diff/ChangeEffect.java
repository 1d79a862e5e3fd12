package dev.dragoman.generator.diff;

import java.util.Locale;

/** What a change does, the worst first. */
public enum ChangeEffect {
  /** Calls that worked, or programs that read their answers, may stop working. */
  BREAKING,
  /** An agent can do more than before. */
  WIDENING,
  /** Neither. */
  HARMLESS;

  /** The word used in reports and configuration. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
