package dev.dragoman.benchmarks.diff;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * A document and the same document with one change.
 *
 * @param name a description of the change
 * @param version the version of OpenAPI, two numbers
 * @param before the document
 * @param after the changed document
 * @param expected effect and code of every change that must be found
 */
record Mutation(String name, String version, String before, String after, Set<String> expected) {
  Mutation {
    Objects.requireNonNull(name);
    Objects.requireNonNull(version);
    if (before.equals(after)) {
      throw new IllegalArgumentException(name + " changes nothing");
    }
    expected = Set.copyOf(expected);
  }

  /** The expected changes, as shown in a table. */
  String expectedText() {
    return text(expected);
  }

  static String text(Set<String> changes) {
    return String.join(", ", new TreeSet<>(changes));
  }
}
