package dev.dragoman.runtime.tool.call;

import dev.dragoman.runtime.AccessLevel;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which calls the operator wants the user to be asked about before they are sent. */
public enum ConfirmationMode {
  /** None. */
  OFF(Optional.empty(), false),
  /** Destructive ones, by clients that can ask; from others they are run as they come. */
  DESTRUCTIVE(Optional.of(AccessLevel.DESTRUCTIVE), false),
  /** Destructive ones; from clients that cannot ask they are refused. */
  DESTRUCTIVE_REQUIRED(Optional.of(AccessLevel.DESTRUCTIVE), true),
  /** All that change anything, by clients that can ask. */
  WRITE(Optional.of(AccessLevel.WRITE), false),
  /** All that change anything; from clients that cannot ask they are refused. */
  WRITE_REQUIRED(Optional.of(AccessLevel.WRITE), true);

  private final Optional<AccessLevel> from;
  private final boolean required;

  ConfirmationMode(Optional<AccessLevel> from, boolean required) {
    this.from = from;
    this.required = required;
  }

  /** The mode with this word; empty when there is none. */
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

  /** Whether the user is asked about operations that can do this. */
  public boolean concerns(AccessLevel access) {
    return from.filter(level -> access.compareTo(level) >= 0).isPresent();
  }

  /** Whether a call is refused when its client cannot ask. */
  public boolean isRequired() {
    return required;
  }
}
