package dev.dragoman.generator.options;

import dev.dragoman.generator.problem.Location;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How operations page, as the operator says it.
 *
 * @param settings the values by name, one of {@link #NAMES}; absent ones are recognized
 * @param location where the settings are
 */
public record PagingChoice(Map<String, Value> settings, Location location) {
  /** The names of settings. */
  public static final Set<String> NAMES =
      Set.of(
          "kind",
          "in",
          "parameter",
          "field",
          "items",
          "first",
          "size",
          "sizeMax",
          "more",
          "last",
          "total");

  /** The value of {@code kind} for operations without pages. */
  public static final String NONE = "none";

  /** A value with its location. */
  public record Value(String text, Location location) {
    public Value {
      Objects.requireNonNull(text);
      Objects.requireNonNull(location);
    }
  }

  public PagingChoice {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    Objects.requireNonNull(location);
  }

  /** The value of a setting. */
  public Optional<Value> get(String name) {
    return Optional.ofNullable(settings.get(name));
  }

  /** Whether the operations have no pages. */
  public boolean isNone() {
    return get("kind").filter(kind -> kind.text().equals(NONE)).isPresent();
  }
}
