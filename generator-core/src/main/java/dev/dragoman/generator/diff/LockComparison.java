package dev.dragoman.generator.diff;

import dev.dragoman.generator.lock.Lock;
import dev.dragoman.generator.lock.LockEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares the operations that a person has accepted with those that a document would expose. The
 * lock contains digests instead of schemas, so changes inside an operation are less detailed here
 * than in {@link DocumentComparison}.
 */
public final class LockComparison {
  private final Lock agreed;
  private final Lock wanted;
  private final List<Change> changes = new ArrayList<>();

  private LockComparison(Lock agreed, Lock wanted) {
    this.agreed = agreed;
    this.wanted = wanted;
  }

  /**
   * The changes that the document would make.
   *
   * @param title the API's title in the document
   */
  public static Comparison of(Lock agreed, Lock wanted, String title) {
    LockComparison comparison = new LockComparison(agreed, wanted);
    comparison.compare();
    return new Comparison(
        "the lock", title, agreed.entries().size(), wanted.entries().size(), comparison.changes);
  }

  private void compare() {
    if (!agreed.servers().equals(wanted.servers())) {
      changes.add(
          new Change(
              ChangeEffect.WIDENING,
              "servers-changed",
              "servers",
              ServersText.change(agreed.servers(), wanted.servers()),
              Set.of()));
    }
    Map<String, LockEntry> gone = new LinkedHashMap<>(agreed.entries());
    gone.keySet().removeAll(wanted.entries().keySet());
    Map<String, LockEntry> come = new LinkedHashMap<>(wanted.entries());
    come.keySet().removeAll(agreed.entries().keySet());
    renamed(gone, come);
    gone.values()
        .forEach(was -> add(ChangeEffect.BREAKING, "operation-removed", was, "", "was removed"));
    come.values()
        .forEach(
            is ->
                add(
                    ChangeEffect.WIDENING,
                    "operation-added",
                    is,
                    "",
                    is.route() + " is new (" + is.access().word() + ")"));
    wanted
        .entries()
        .forEach(
            (id, is) -> {
              LockEntry was = agreed.entries().get(id);
              if (was != null) {
                entry(was, is);
              }
            });
    changes.addAll(ToolComparison.of(agreed, wanted));
  }

  /**
   * Operations with the same route are one operation that was renamed, rather than one removed and
   * one added.
   */
  private void renamed(Map<String, LockEntry> gone, Map<String, LockEntry> come) {
    Map<String, LockEntry> byRoute = new HashMap<>();
    gone.values().forEach(was -> byRoute.put(was.route(), was));
    for (LockEntry is : List.copyOf(come.values())) {
      LockEntry was = byRoute.get(is.route());
      if (was != null) {
        add(ChangeEffect.BREAKING, "operation-renamed", is, "", "was named " + was.id());
        gone.remove(was.id());
        come.remove(is.id());
        entry(was, is);
      }
    }
  }

  /**
   * Compares one entry. The digest covers everything, so its change is reported only if nothing
   * more specific was found.
   */
  private void entry(LockEntry was, LockEntry is) {
    int before = changes.size();
    if (!was.route().equals(is.route())) {
      String what = "was " + was.route() + ", is " + is.route();
      add(ChangeEffect.BREAKING, "operation-moved", is, "", what);
    }
    if (was.access() != is.access()) {
      String what = "was " + was.access().word() + ", is " + is.access().word();
      add(ChangeEffect.WIDENING, "access-changed", is, "", what);
    }
    if (!was.auth().equals(is.auth())) {
      add(
          ChangeEffect.WIDENING,
          "auth-changed",
          is,
          "auth",
          "was " + was.auth() + ", is " + is.auth());
    }
    required(was, is);
    if (changes.size() == before && !was.contract().equals(is.contract())) {
      String what = "parameters, body or responses have changed";
      add(ChangeEffect.BREAKING, "contract-changed", is, "", what);
    }
  }

  private void required(LockEntry was, LockEntry is) {
    Set<String> more = new TreeSet<>(is.required());
    was.required().forEach(more::remove);
    more.forEach(
        place -> add(ChangeEffect.BREAKING, "newly-required", is, place, "is required now"));
    Set<String> fewer = new TreeSet<>(was.required());
    is.required().forEach(fewer::remove);
    fewer.forEach(
        place ->
            add(ChangeEffect.WIDENING, "no-longer-required", is, place, "is no longer required"));
  }

  private void add(ChangeEffect effect, String code, LockEntry entry, String place, String what) {
    changes.add(new Change(effect, code, place, what, Set.of(entry.id())));
  }
}
