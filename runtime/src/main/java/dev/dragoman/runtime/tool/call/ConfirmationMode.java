package dev.dragoman.runtime.tool.call;

import dev.dragoman.runtime.AccessLevel;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which calls a user has to confirm before they are sent; configured by the operator. */
public enum ConfirmationMode {
  /** None. */
  OFF(Optional.empty(), false),
  /**
   * Destructive ones, if the client can ask its user; other clients run them without confirmation.
   */
  DESTRUCTIVE(Optional.of(AccessLevel.DESTRUCTIVE), false),
  /** Destructive ones; refused if the client cannot ask its user. */
  DESTRUCTIVE_REQUIRED(Optional.of(AccessLevel.DESTRUCTIVE), true),
  /** All that change anything, if the client can ask its user. */
  WRITE(Optional.of(AccessLevel.WRITE), false),
  /** All that change anything; refused if the client cannot ask its user. */
  WRITE_REQUIRED(Optional.of(AccessLevel.WRITE), true);

  private final Optional<AccessLevel> from;
  private final boolean required;

  ConfirmationMode(Optional<AccessLevel> from, boolean required) {
    this.from = from;
    this.required = required;
  }

  /** The mode with this word; empty if there is none. */
  public static Optional<ConfirmationMode> of(String word) {
    return Arrays.stream(values()).filter(mode -> mode.word().equals(word)).findFirst();
  }

  /** The words of all modes. */
  public static List<String> words() {
    return Arrays.stream(values()).map(ConfirmationMode::word).toList();
  }

  /** The word used in configuration, e.g. {@code destructive-required}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether operations of this access level have to be confirmed. */
  public boolean concerns(AccessLevel access) {
    return from.filter(level -> access.compareTo(level) >= 0).isPresent();
  }

  /** Whether a call is refused if its client cannot ask. */
  public boolean isRequired() {
    return required;
  }
}
