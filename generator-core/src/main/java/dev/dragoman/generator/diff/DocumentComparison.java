package dev.dragoman.generator.diff;

import dev.dragoman.generator.lock.AuthText;
import dev.dragoman.generator.model.ApiModel;
import dev.dragoman.generator.plan.OperationPlan;
import dev.dragoman.generator.plan.ServerPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares two documents by the servers that would be generated from them. Operations are matched
 * first; the changes of schemas that they share are then reported once, with all operations that
 * use them.
 */
public final class DocumentComparison {
  private final ServerPlan older;
  private final ServerPlan newer;
  private final SchemaComparison schemas;
  private final OperationComparison operations;
  private final List<Change> changes = new ArrayList<>();
  private final Map<SchemaPair, Set<String>> users = new LinkedHashMap<>();

  private DocumentComparison(ServerPlan older, ServerPlan newer) {
    this.older = older;
    this.newer = newer;
    this.schemas = new SchemaComparison(older.model().definitions(), newer.model().definitions());
    this.operations =
        new OperationComparison(schemas, new AuthText(older.model()), new AuthText(newer.model()));
  }

  /** The changes from the older plan to the newer one. */
  public static Comparison of(ServerPlan older, ServerPlan newer) {
    return new DocumentComparison(older, newer).compare();
  }

  private Comparison compare() {
    servers();
    Matches matches = Matches.of(older.operations(), newer.operations());
    for (OperationPlan gone : matches.removed()) {
      add(ChangeEffect.BREAKING, "operation-removed", gone, gone.model().route() + " was removed");
    }
    for (OperationPlan come : matches.added()) {
      add(
          ChangeEffect.WIDENING,
          "operation-added",
          come,
          come.model().route() + " is new (" + come.access().word() + ")");
    }
    matches.pairs().forEach(pair -> compare(pair.was(), pair.is()));
    users.forEach(
        (pair, ids) ->
            schemas.known(pair).changes().forEach(change -> changes.add(change.touching(ids))));
    return new Comparison(
        name(older.model()),
        name(newer.model()),
        older.operations().size(),
        newer.operations().size(),
        changes);
  }

  private void compare(OperationPlan was, OperationPlan is) {
    Findings findings = operations.compare(was, is);
    findings.changes().forEach(change -> changes.add(change.touching(Set.of(is.id()))));
    for (SchemaPair used : schemas.closure(findings)) {
      users.computeIfAbsent(used, key -> new TreeSet<>()).add(is.id());
    }
  }

  /**
   * A new server is widening even if calls still work, because it receives the callers'
   * credentials.
   */
  private void servers() {
    List<String> was = urls(older);
    List<String> is = urls(newer);
    if (!was.equals(is)) {
      // Callers' credentials are sent to these servers.
      changes.add(
          new Change(
              ChangeEffect.WIDENING,
              "servers-changed",
              "servers",
              ServersText.change(was, is),
              Set.of()));
    }
  }

  private static List<String> urls(ServerPlan plan) {
    return plan.environments().stream().map(place -> place.baseUrl().toString()).toList();
  }

  private void add(ChangeEffect effect, String code, OperationPlan operation, String what) {
    changes.add(new Change(effect, code, "", what, Set.of(operation.id())));
  }

  private static String name(ApiModel api) {
    return api.title() + " " + api.version();
  }
}
