package dev.dragoman.generator.spec.identifier;

import dev.dragoman.generator.model.Json;
import java.util.Objects;

/**
 * A schema and its location.
 *
 * @param canonical the canonical form of all references to it: the file's key, a number sign and a
 *     JSON pointer
 */
public record Place(String canonical, Json value) {
  public Place {
    Objects.requireNonNull(canonical);
    Objects.requireNonNull(value);
  }
}
