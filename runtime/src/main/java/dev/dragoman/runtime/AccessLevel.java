package dev.dragoman.runtime;

import java.util.Locale;

/** What running an operation can do to the data behind the API. Fixed when the server is built. */
public enum AccessLevel {
  /** Changes nothing. */
  READ,
  /** Adds or changes data. */
  WRITE,
  /** Removes data or replaces it for good. */
  DESTRUCTIVE;

  /** The word used in answers, reports and configuration: {@code read}, {@code write}, … */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
