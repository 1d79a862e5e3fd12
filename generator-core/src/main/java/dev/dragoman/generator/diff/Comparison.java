package dev.dragoman.generator.diff;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * What changed between two states of an API.
 *
 * @param before the older state in words
 * @param after the newer state in words
 * @param operationsBefore how many operations there were
 * @param operationsAfter how many there are
 * @param changes the worst first, then by code, place and operation
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

  /** The changes of one class. */
  public List<Change> of(ChangeEffect effect) {
    return changes.stream().filter(change -> change.effect() == effect).toList();
  }

  /** Whether something changed that is this bad or worse. */
  public boolean reaches(ChangeEffect effect) {
    return changes.stream().anyMatch(change -> change.effect().compareTo(effect) <= 0);
  }
}
