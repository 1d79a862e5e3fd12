package dev.dragoman.generator.diff;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * The changes between two states of an API.
 *
 * @param before a description of the older state
 * @param after a description of the newer state
 * @param operationsBefore the number of operations in the older state
 * @param operationsAfter the number of operations in the newer state
 * @param changes sorted by effect, most severe first, then by code, place and operation
 */
public record Comparison(
    String before, String after, int operationsBefore, int operationsAfter, List<Change> changes) {
  private static final Comparator<Change> ORDER =
      Comparator.comparing(Change::effect)
          .thenComparing(Change::code)
          .thenComparing(Change::place)
          .thenComparing(change -> change.operations().toString())
          .thenComparing(Change::what);

  public Comparison {
    Objects.requireNonNull(before);
    Objects.requireNonNull(after);
    changes = changes.stream().sorted(ORDER).toList();
  }

  /** The changes with one effect. */
  public List<Change> of(ChangeEffect effect) {
    return changes.stream().filter(change -> change.effect() == effect).toList();
  }

  /** Whether any change has this effect or a more severe one. */
  public boolean reaches(ChangeEffect effect) {
    return changes.stream().anyMatch(change -> change.effect().compareTo(effect) <= 0);
  }
}
