package dev.dragoman.generator.diff;

import dev.dragoman.generator.plan.OperationPlan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Which operation of the older document is which of the newer one. */
final class Matches {
  /** Two with the same route, else the same but for names of path parameters, else the same id. */
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

  /** One operation in both documents. */
  record Pair(OperationPlan was, OperationPlan is) {}

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

  List<Pair> pairs() {
    return pairs;
  }

  /** In the older document's order. */
  List<OperationPlan> removed() {
    return removed;
  }

  /** In the newer document's order. */
  List<OperationPlan> added() {
    return added;
  }
}
