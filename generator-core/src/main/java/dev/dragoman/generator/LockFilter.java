package dev.dragoman.generator;

import dev.dragoman.generator.lock.Lock;
import dev.dragoman.generator.lock.LockEntry;
import dev.dragoman.generator.model.ApiModel;
import dev.dragoman.generator.model.OperationModel;
import dev.dragoman.generator.plan.OperationPlan;
import dev.dragoman.generator.plan.ServerPlan;
import dev.dragoman.generator.plan.ToolsPlan;
import dev.dragoman.generator.plan.ToolsPlan.Tool;
import dev.dragoman.generator.plan.build.Planner;
import dev.dragoman.generator.problem.Location;
import dev.dragoman.generator.problem.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Restricts a server to the operations in its lock. */
final class LockFilter {
  private LockFilter() {}

  /**
   * The same server with the operations and tools in a lock only, each with its name and rights.
   *
   * <p>It is planned again from the document, so that the operator's rules, which refer to names in
   * the document, still apply.
   */
  static ServerPlan only(PlannedApi whole, Lock agreed, GenerationRequest request) {
    ServerPlan plan = operations(whole, agreed.entries().keySet(), request);
    ServerPlan only = plan.withTools(tools(whole, agreed, ids(plan)));
    refuseOthers(whole, only, request);
    return only;
  }

  /** The tools as they were compared: planned again, they might have other names. */
  private static ToolsPlan tools(PlannedApi whole, Lock agreed, Set<String> exposed) {
    List<Tool> left = new ArrayList<>();
    for (Tool tool : whole.plan().tools().tools()) {
      if (!exposed.contains(tool.operation())) {
        withheld(whole, tool);
      } else if (agreed.tools().containsKey(tool.name())) {
        left.add(tool);
      }
    }
    return whole.plan().tools().with(left);
  }

  /** Only for tools that the operator has configured; the others come and go with operations. */
  private static void withheld(PlannedApi whole, Tool tool) {
    boolean configured =
        whole.plan().operator().tools().named().stream()
            .anyMatch(choice -> choice.location().equals(tool.location()));
    if (configured) {
      whole
          .problems()
          .warning(
              "DRG-LOCK-007",
              tool.location(),
              "The tool "
                  + tool.name()
                  + " is left out: its operation "
                  + tool.operation()
                  + " is not in the lock.",
              "Review the operation, then run the accept goal and commit the lock.");
    }
  }

  private static ServerPlan operations(
      PlannedApi whole, Set<String> ids, GenerationRequest request) {
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
      // A number that was appended to a name because of an operation that is now left out must be
      // kept.
      List<OperationModel> named = left.stream().map(model -> named(model, wanted)).toList();
      plan = plan(whole.document(), named, request);
    }
    return plan;
  }

  private static Set<String> ids(ServerPlan plan) {
    return plan.operations().stream().map(OperationPlan::id).collect(Collectors.toSet());
  }

  /**
   * Fails if any operation would be exposed differently from the way in which it was compared with
   * the lock.
   */
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

  /**
   * Plans the remaining operations. Problems are discarded, because they were reported when the
   * complete API was planned.
   */
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
