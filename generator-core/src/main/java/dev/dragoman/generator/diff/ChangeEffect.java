package dev.dragoman.generator.diff;

import java.util.Locale;

/**
 * The effect of a change, most severe first. The order matters: a threshold includes all effects
 * before it.
 */
public enum ChangeEffect {
  /** Calls that worked, or programs that read their responses, may fail. */
  BREAKING,
  /** An agent can do more than before, or a credential goes to another place. */
  WIDENING,
  /** Neither of these. */
  HARMLESS;

  /** The word used in reports and configuration. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
