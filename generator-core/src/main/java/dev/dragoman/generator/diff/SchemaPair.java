package dev.dragoman.generator.diff;

import java.util.Objects;

/**
 * Two definitions that stand for each other, in one direction.
 *
 * @param before reference in the older document
 * @param after reference in the newer one
 * @param direction which way the values go
 */
record SchemaPair(String before, String after, Direction direction) {
  SchemaPair {
    Objects.requireNonNull(before);
    Objects.requireNonNull(after);
    Objects.requireNonNull(direction);
  }

  /** {@code schema Pet (answer)}. */
  String place() {
    String name = after.substring(after.lastIndexOf('/') + 1);
    return "schema " + name + " (" + direction.word() + ")";
  }
}
