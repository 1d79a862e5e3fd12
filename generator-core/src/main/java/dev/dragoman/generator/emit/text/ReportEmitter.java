package dev.dragoman.generator.emit.text;

import dev.dragoman.generator.emit.GeneratedFile;
import dev.dragoman.generator.emit.GeneratedFile.Root;
import dev.dragoman.generator.plan.Fallback;
import dev.dragoman.generator.plan.Fallback.Reason;
import dev.dragoman.generator.plan.GroupPlan;
import dev.dragoman.generator.plan.OperationPlan;
import dev.dragoman.generator.plan.ServerPlan;
import dev.dragoman.generator.problem.Problem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Prints the report: which operations the server has, what each can do, what was odd. */
public final class ReportEmitter {
  private ReportEmitter() {}

  /** The report of a server. */
  public static GeneratedFile emit(ServerPlan plan, List<Problem> warnings) {
    Map<String, Object> values =
        Map.ofEntries(
            Map.entry("title", plan.model().title()),
            Map.entry("version", plan.model().version()),
            Map.entry("source", plan.source()),
            Map.entry("count", plan.operations().size()),
            Map.entry("mainClass", plan.packageName() + "." + plan.serverClass()),
            Map.entry("groups", plan.groups().stream().map(ReportEmitter::group).toList()),
            Map.entry("hasFallbacks", !plan.fallbacks().isEmpty()),
            Map.entry("models", plan.models().size()),
            Map.entry("fallbackCount", plan.fallbacks().size()),
            Map.entry("fallbacks", fallbacks(plan.fallbacks())),
            Map.entry("hasWarnings", !warnings.isEmpty()),
            Map.entry("warnings", warnings.stream().map(Problem::toString).toList()));
    String name = plan.packageName() + ".md";
    return GeneratedFile.text(Root.REPORTS, name, Template.markdown("report.md").fill(values));
  }

  private static List<Map<String, Object>> fallbacks(List<Fallback> fallbacks) {
    Map<Reason, List<String>> places = new EnumMap<>(Reason.class);
    for (Fallback fallback : fallbacks) {
      places
          .computeIfAbsent(fallback.reason(), reason -> new ArrayList<>())
          .add(fallback.location().toString());
    }
    return places.entrySet().stream()
        .map(
            entry ->
                Map.<String, Object>of(
                    "reason", entry.getKey().text(),
                    "count", entry.getValue().size(),
                    "places", entry.getValue()))
        .toList();
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
