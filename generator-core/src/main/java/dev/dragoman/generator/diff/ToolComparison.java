package dev.dragoman.generator.diff;

import dev.dragoman.generator.lock.Lock;
import dev.dragoman.generator.lock.LockedTool;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares the operations that are tools of their own. */
final class ToolComparison {
  private final Lock agreed;
  private final Lock wanted;
  private final List<Change> changes = new ArrayList<>();

  private ToolComparison(Lock agreed, Lock wanted) {
    this.agreed = agreed;
    this.wanted = wanted;
  }

  /** The changes; tools of operations that come or go with them are not mentioned. */
  static List<Change> of(Lock agreed, Lock wanted) {
    ToolComparison comparison = new ToolComparison(agreed, wanted);
    comparison.compare();
    return comparison.changes;
  }

  private void compare() {
    Map<String, LockedTool> gone = new LinkedHashMap<>(agreed.tools());
    gone.keySet().removeAll(wanted.tools().keySet());
    Map<String, LockedTool> come = new LinkedHashMap<>(wanted.tools());
    come.keySet().removeAll(agreed.tools().keySet());
    renamed(gone, come);
    gone.values().stream()
        .filter(was -> wanted.entries().containsKey(was.operation()))
        .forEach(was -> add(ChangeEffect.BREAKING, "tool-removed", was, "was removed"));
    come.values().stream()
        .filter(is -> agreed.entries().containsKey(is.operation()))
        .forEach(is -> add(ChangeEffect.WIDENING, "tool-added", is, "is new"));
    wanted
        .tools()
        .forEach(
            (name, is) -> {
              LockedTool was = agreed.tools().get(name);
              if (was != null) {
                changed(was, is);
              }
            });
  }

  private void renamed(Map<String, LockedTool> gone, Map<String, LockedTool> come) {
    for (LockedTool is : List.copyOf(come.values())) {
      gone.values().stream()
          .filter(
              was -> was.operation().equals(is.operation()) && was.contract().equals(is.contract()))
          .findFirst()
          .ifPresent(
              was -> {
                add(ChangeEffect.BREAKING, "tool-renamed", is, "was named " + was.name());
                gone.remove(was.name());
                come.remove(is.name());
              });
    }
  }

  private void changed(LockedTool was, LockedTool is) {
    if (!was.operation().equals(is.operation())) {
      add(ChangeEffect.WIDENING, "tool-changed", is, "was a tool for " + was.operation());
    } else if (!was.contract().equals(is.contract())) {
      String what = "arguments, fixed values or fields have changed";
      add(ChangeEffect.BREAKING, "tool-changed", is, what);
    }
  }

  private void add(ChangeEffect effect, String code, LockedTool tool, String what) {
    changes.add(new Change(effect, code, "tool " + tool.name(), what, Set.of(tool.operation())));
  }
}
