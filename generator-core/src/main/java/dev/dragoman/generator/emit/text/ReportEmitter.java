package dev.dragoman.generator.emit.text;

import dev.dragoman.generator.emit.GeneratedFile;
import dev.dragoman.generator.emit.GeneratedFile.Root;
import dev.dragoman.generator.plan.GroupPlan;
import dev.dragoman.generator.plan.OperationPlan;
import dev.dragoman.generator.plan.ServerPlan;
import dev.dragoman.generator.problem.Problem;
import java.util.List;
import java.util.Map;

/** Prints the report: which operations the server has, what each can do, what was odd. */
public final class ReportEmitter {
  private ReportEmitter() {}

  /** The report of a server. */
  public static GeneratedFile emit(ServerPlan plan, List<Problem> warnings) {
    Map<String, Object> values =
        Map.of(
            "title", plan.model().title(),
            "version", plan.model().version(),
            "source", plan.source(),
            "count", plan.operations().size(),
            "mainClass", plan.packageName() + "." + plan.serverClass(),
            "groups", plan.groups().stream().map(ReportEmitter::group).toList(),
            "hasWarnings", !warnings.isEmpty(),
            "warnings", warnings.stream().map(Problem::toString).toList());
    String name = plan.packageName() + ".md";
    return GeneratedFile.text(Root.REPORTS, name, Template.markdown("report.md").fill(values));
  }

  private static Map<String, Object> group(GroupPlan group) {
    return Map.of(
        "name", group.tag().isEmpty() ? "Without a tag" : group.tag(),
        "className", group.className(),
        "operations", group.operations().stream().map(ReportEmitter::operation).toList());
  }

  private static Map<String, Object> operation(OperationPlan operation) {
    return Map.of(
        "id", operation.id(),
        "route", operation.model().route(),
        "access", operation.access().word(),
        "summary", operation.model().summary());
  }
}
