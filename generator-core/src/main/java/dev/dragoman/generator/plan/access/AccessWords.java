package dev.dragoman.generator.plan.access;

import dev.dragoman.generator.plan.OperationRights;
import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.AuthMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The words with which operators configure rights, in the configuration and in extensions. */
public final class AccessWords {
  private AccessWords() {}

  /** The level for {@code read}, {@code write} or {@code destructive}; empty for any other word. */
  public static Optional<AccessLevel> accessLevel(String word) {
    return Arrays.stream(AccessLevel.values()).filter(l -> l.word().equals(word)).findFirst();
  }

  /** The modes for {@code user}, {@code partner} or {@code both}; empty for any other word. */
  public static Set<AuthMode> authModes(String word) {
    return word.equals("both")
        ? OperationRights.EVERY_MODE
        : AuthMode.of(word).map(Set::of).orElse(Set.of());
  }

  /**
   * Parses scopes; each text is one alternative with its scopes separated by spaces (RFC 6749,
   * section 3.3).
   */
  public static List<List<String>> scopes(List<String> texts) {
    return texts.stream()
        .map(text -> Arrays.stream(text.strip().split("\\s+")).filter(s -> !s.isEmpty()).toList())
        .filter(scopes -> !scopes.isEmpty())
        .toList();
  }
}
