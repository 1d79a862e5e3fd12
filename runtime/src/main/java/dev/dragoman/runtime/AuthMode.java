package dev.dragoman.runtime;

import java.util.Arrays;
import java.util.Optional;

/** On whose behalf a caller acts; asked for per request, {@link #USER} when nothing is said. */
public enum AuthMode {
  USER("user"),
  PARTNER("partner");

  private final String word;

  AuthMode(String word) {
    this.word = word;
  }

  /** The value of the header or variable. */
  public String word() {
    return word;
  }

  /** The mode a header value names; empty for any value that is not exactly one of the two. */
  public static Optional<AuthMode> of(String word) {
    return Arrays.stream(values()).filter(mode -> mode.word.equals(word)).findFirst();
  }
}
