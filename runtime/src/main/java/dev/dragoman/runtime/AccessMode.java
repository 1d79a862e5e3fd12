package dev.dragoman.runtime;

import java.util.Arrays;
import java.util.Optional;

/** What a caller may do. Requested per request; {@link #READ_ONLY} is the default. */
public enum AccessMode {
  READ_ONLY("read-only"),
  FULL_ACCESS("full-access");

  private final String word;

  AccessMode(String word) {
    this.word = word;
  }

  /** The value used in the header or variable. */
  public String word() {
    return word;
  }

  /** The mode for a header value; empty unless the value is exactly one of the two modes. */
  public static Optional<AccessMode> of(String word) {
    return Arrays.stream(values()).filter(mode -> mode.word.equals(word)).findFirst();
  }

  /** Whether an operation of this level may run in this mode. */
  public boolean allows(AccessLevel level) {
    return this == FULL_ACCESS || level == AccessLevel.READ;
  }
}
