package dev.dragoman.runtime.app.flag;

import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.seal.StateKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The operator's key for state that clients carry between two calls. It is set by a variable only,
 * because flags are visible in process lists.
 *
 * @param given the value of the variable; empty for a key of this process only
 * @param problems the problems with it
 */
public record StateKeys(Optional<StateKey> given, List<String> problems) {
  public static final String WORD = "state-key";

  public StateKeys {
    problems = List.copyOf(problems);
  }

  public static StateKeys read(AccessNames names, Map<String, String> environment) {
    String variable = names.variable(WORD);
    String text = environment.getOrDefault(variable, "").strip();
    if (text.isEmpty()) {
      return new StateKeys(Optional.empty(), List.of());
    }
    try {
      return new StateKeys(Optional.of(StateKey.of(text)), List.of());
    } catch (IllegalArgumentException e) {
      return new StateKeys(Optional.empty(), List.of(variable + " " + e.getMessage() + "."));
    }
  }

  public StateKey key() {
    return given.orElseGet(StateKey::random);
  }
}
