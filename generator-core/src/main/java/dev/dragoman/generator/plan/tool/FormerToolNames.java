package dev.dragoman.generator.plan.tool;

import dev.dragoman.generator.plan.OperationPlan;
import dev.dragoman.generator.plan.ServerPlan;
import dev.dragoman.generator.plan.ToolsPlan.Tool;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names that tools had before the document renamed their operations, as far as they follow from
 * the ids: a tool with a name of its own has kept it.
 */
public final class FormerToolNames {
  private FormerToolNames() {}

  /** A plan whose tools have the names that follow from the former ids of their operations. */
  public static ServerPlan in(ServerPlan plan) {
    Map<String, List<String>> ids = new HashMap<>();
    for (OperationPlan operation : plan.operations()) {
      ids.put(operation.id(), plan.formerIds().getOrDefault(operation.ordinal(), List.of()));
    }
    Set<String> taken = new HashSet<>(ToolNames.RESERVED);
    plan.tools().tools().forEach(tool -> taken.add(tool.name()));
    List<Tool> tools =
        plan.tools().tools().stream()
            .map(
                tool ->
                    tool.withFormerNames(
                        names(tool, ids.getOrDefault(tool.operation(), List.of()), taken)))
            .toList();
    return plan.withTools(plan.tools().with(tools));
  }

  private static List<String> names(Tool tool, List<String> ids, Set<String> taken) {
    return tool.name().equals(ToolNames.plain(tool.operation()))
        ? ids.stream()
            .map(ToolNames::plain)
            .filter(name -> ToolNames.isValid(name) && !taken.contains(name))
            .distinct()
            .toList()
        : List.of();
  }
}
