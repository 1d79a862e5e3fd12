package dev.dragoman.generator.diff;

import dev.dragoman.generator.plan.OperationPlan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Matches the operations of two documents. */
final class Matches {
  /**
   * Operations match if they have the same route, otherwise if their routes differ only in the
   * names of path parameters, otherwise if they have the same id.
   */
  private static final List<Function<OperationPlan, String>> KEYS =
      List.of(
          operation -> operation.model().route(),
          operation -> operation.model().route().replaceAll("\\{[^{}]*}", "{}"),
          OperationPlan::id);

  private final List<Pair> pairs = new ArrayList<>();
  private List<OperationPlan> removed;
  private List<OperationPlan> added;

  private Matches(List<OperationPlan> older, List<OperationPlan> newer) {
    this.removed = older;
    this.added = newer;
  }

  /** An operation that is in both documents. */
  record Pair(OperationPlan was, OperationPlan is) {}

  /**
   * Matches operations. Each key is tried for all operations before the next one, so that a more
   * reliable match is never taken by a less reliable one.
   */
  static Matches of(List<OperationPlan> older, List<OperationPlan> newer) {
    Matches matches = new Matches(older, newer);
    KEYS.forEach(matches::match);
    return matches;
  }

  private void match(Function<OperationPlan, String> key) {
    Map<String, OperationPlan> byKey = new LinkedHashMap<>();
    removed.forEach(operation -> byKey.putIfAbsent(key.apply(operation), operation));
    Set<Integer> found = new HashSet<>();
    List<OperationPlan> left = new ArrayList<>();
    for (OperationPlan operation : added) {
      OperationPlan was = byKey.remove(key.apply(operation));
      if (was == null) {
        left.add(operation);
      } else {
        pairs.add(new Pair(was, operation));
        found.add(was.ordinal());
      }
    }
    added = left;
    removed = removed.stream().filter(was -> !found.contains(was.ordinal())).toList();
  }

  /** The operations that are in both documents. */
  List<Pair> pairs() {
    return pairs;
  }

  /** The operations without a match, in the order of the older document. */
  List<OperationPlan> removed() {
    return removed;
  }

  /** The operations without a match, in the order of the newer document. */
  List<OperationPlan> added() {
    return added;
  }
}
