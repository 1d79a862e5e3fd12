package dev.dragoman.runtime;

import java.util.Arrays;
import java.util.Optional;

/** How much a caller may do; asked for per request, {@link #READ_ONLY} when nothing is said. */
public enum AccessMode {
  READ_ONLY("read-only"),
  FULL_ACCESS("full-access");

  private final String word;

  AccessMode(String word) {
    this.word = word;
  }

  /** The value of the header or variable. */
  public String word() {
    return word;
  }

  /** The mode a header value names; empty for any value that is not exactly one of the two. */
  public static Optional<AccessMode> of(String word) {
    return Arrays.stream(values()).filter(mode -> mode.word.equals(word)).findFirst();
  }

  /** Whether an operation of this level may run in this mode. */
  public boolean allows(AccessLevel level) {
    return this == FULL_ACCESS || level == AccessLevel.READ;
  }
}
