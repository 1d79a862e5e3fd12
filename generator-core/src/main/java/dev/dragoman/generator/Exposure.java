package dev.dragoman.generator;

import dev.dragoman.generator.model.ApiModel;
import dev.dragoman.generator.model.OperationModel;
import dev.dragoman.generator.plan.OperationPlan;
import dev.dragoman.generator.plan.Planner;
import dev.dragoman.generator.plan.ServerPlan;
import dev.dragoman.generator.problem.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Leaves operations out of a server. */
final class Exposure {
  private Exposure() {}

  /** The same server with these operations only, each under the name it had. */
  static ServerPlan only(ServerPlan whole, Set<String> ids, GenerationRequest request) {
    Map<String, String> wanted = new HashMap<>();
    for (OperationPlan operation : whole.operations()) {
      if (ids.contains(operation.id())) {
        wanted.put(operation.model().route(), operation.id());
      }
    }
    if (wanted.size() == whole.operations().size()) {
      return whole;
    }
    List<OperationModel> operations =
        whole.model().operations().stream()
            .filter(operation -> wanted.containsKey(operation.route()))
            .toList();
    ServerPlan plan = plan(whole.model(), operations, request);
    // A name that was numbered because of an operation now left out has to be told.
    List<OperationModel> named = new ArrayList<>();
    plan.operations().forEach(operation -> named.add(named(operation, wanted)));
    return named.equals(operations) ? plan : plan(whole.model(), named, request);
  }

  private static OperationModel named(OperationPlan operation, Map<String, String> wanted) {
    OperationModel model = operation.model();
    String id = wanted.getOrDefault(model.route(), operation.id());
    return id.equals(operation.id()) ? model : withId(model, id);
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
