package dev.dragoman.runtime;

import java.util.Locale;

/** The effect of an operation on the data behind the API. Fixed when the server is built. */
public enum AccessLevel {
  /** Changes nothing. */
  READ,
  /** Adds or changes data. */
  WRITE,
  /** Removes or irrevocably replaces data. */
  DESTRUCTIVE;

  /** The name used in results, reports and configuration: {@code read}, {@code write}, … */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
