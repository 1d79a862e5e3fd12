package dev.dragoman.generator.diff;

import java.util.Objects;

/**
 * Two definitions that correspond to each other, in one direction.
 *
 * @param before reference in the older document
 * @param after reference in the newer document
 * @param direction the direction of the values
 */
record SchemaPair(String before, String after, Direction direction) {
  SchemaPair {
    Objects.requireNonNull(before);
    Objects.requireNonNull(after);
    Objects.requireNonNull(direction);
  }

  /** The place of the definition, e.g. {@code schema Pet (response)}. */
  String place() {
    String name = after.substring(after.lastIndexOf('/') + 1);
    return "schema " + name + " (" + direction.word() + ")";
  }
}
