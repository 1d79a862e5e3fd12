package dev.dragoman.generator.spec.identifier;

import dev.dragoman.generator.model.Json;
import java.util.Objects;

/**
 * A schema and where it stands.
 *
 * @param canonical the one spelling of all references to it: the file's key, a hash, a JSON pointer
 */
public record Place(String canonical, Json value) {
  public Place {
    Objects.requireNonNull(canonical);
    Objects.requireNonNull(value);
  }
}
