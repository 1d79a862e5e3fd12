package dev.dragoman.runtime;

import java.util.Arrays;
import java.util.Optional;

/** On whose behalf a caller acts. Requested per request; {@link #USER} is the default. */
public enum AuthMode {
  USER("user"),
  PARTNER("partner");

  private final String word;

  AuthMode(String word) {
    this.word = word;
  }

  /** The value used in the header or variable. */
  public String word() {
    return word;
  }

  /** The mode for a header value; empty unless the value is exactly one of the two modes. */
  public static Optional<AuthMode> of(String word) {
    return Arrays.stream(values()).filter(mode -> mode.word.equals(word)).findFirst();
  }
}
