package dev.dragoman.generator;

import dev.dragoman.generator.lock.Lock;
import dev.dragoman.generator.lock.LockEntry;
import dev.dragoman.generator.model.ApiModel;
import dev.dragoman.generator.model.OperationModel;
import dev.dragoman.generator.plan.OperationPlan;
import dev.dragoman.generator.plan.ServerPlan;
import dev.dragoman.generator.plan.build.Planner;
import dev.dragoman.generator.problem.Location;
import dev.dragoman.generator.problem.Problems;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Leaves operations out of a server. */
final class LockFilter {
  private LockFilter() {}

  /**
   * The same server with these operations only, each under the name and with the rights it had.
   *
   * <p>It is planned from the document anew: what an operator says of operations by their names in
   * the document holds as before.
   */
  static ServerPlan only(PlannedApi whole, Set<String> ids, GenerationRequest request) {
    Map<String, String> wanted = new HashMap<>();
    for (OperationPlan operation : whole.plan().operations()) {
      if (ids.contains(operation.id())) {
        wanted.put(operation.model().route(), operation.id());
      }
    }
    if (wanted.size() == whole.plan().operations().size()) {
      return whole.plan();
    }
    List<OperationModel> left =
        whole.document().operations().stream()
            .filter(operation -> wanted.containsKey(operation.route()))
            .toList();
    ServerPlan plan = plan(whole.document(), left, request);
    if (!ids(plan).equals(Set.copyOf(wanted.values()))) {
      // A name that was numbered because of an operation now left out has to be told.
      List<OperationModel> named = left.stream().map(model -> named(model, wanted)).toList();
      plan = plan(whole.document(), named, request);
    }
    refuseOthers(whole, plan, request);
    return plan;
  }

  private static Set<String> ids(ServerPlan plan) {
    return plan.operations().stream().map(OperationPlan::id).collect(Collectors.toSet());
  }

  /** Nothing may be exposed otherwise than it was compared with the lock. */
  private static void refuseOthers(PlannedApi whole, ServerPlan plan, GenerationRequest request) {
    Map<String, LockEntry> compared = Lock.of(whole.plan()).entries();
    if (!compared.entrySet().containsAll(Lock.of(plan).entries().entrySet())) {
      Problems problems = new Problems();
      problems.error(
          "DRG-LOCK-006",
          Location.file(request.input().document().toString()),
          "Operations that are not in the lock cannot be left out.",
          "Run the accept goal, or exclude them in the configuration.");
      problems.throwIfErrors();
    }
  }

  private static OperationModel named(OperationModel model, Map<String, String> wanted) {
    return withId(model, Objects.requireNonNull(wanted.get(model.route())));
  }

  /** Its notes were made when the whole was planned. */
  private static ServerPlan plan(
      ApiModel api, List<OperationModel> operations, GenerationRequest request) {
    return Planner.plan(api.withOperations(operations), request.options(), new Problems());
  }

  private static OperationModel withId(OperationModel model, String id) {
    return new OperationModel(
        model.method(),
        model.path(),
        Optional.of(id),
        model.tags(),
        model.summary(),
        model.description(),
        model.deprecated(),
        model.parameters(),
        model.body(),
        model.responses(),
        model.security(),
        model.servers(),
        model.extensions(),
        model.location());
  }
}
