package dev.dragoman.generator.emit.text;

import dev.dragoman.generator.emit.GeneratedFile;
import dev.dragoman.generator.emit.GeneratedFile.Root;
import dev.dragoman.generator.plan.GroupPlan;
import dev.dragoman.generator.plan.JsonFallback;
import dev.dragoman.generator.plan.JsonFallback.Reason;
import dev.dragoman.generator.plan.OperationPlan;
import dev.dragoman.generator.plan.ServerPlan;
import dev.dragoman.generator.problem.Problem;
import dev.dragoman.runtime.AccessLevel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The contents of a report as maps, lists, strings and numbers, in the order of the JSON report.
 */
final class ReportData {
  private static final String INDEX = "/search.idx";

  private final ServerPlan plan;
  private final List<Problem> problems;
  private final List<GeneratedFile> files;

  ReportData(ServerPlan plan, List<Problem> problems, List<GeneratedFile> files) {
    this.plan = plan;
    this.problems = problems;
    this.files = files;
  }

  /** The contents by name; the templates use the same names. */
  Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("title", plan.title());
    values.put("version", plan.version());
    values.put("source", plan.source());
    values.put("mainClass", plan.packageName() + "." + plan.serverClass());
    values.put("operations", plan.operations().size());
    values.put("access", access());
    values.put("sizes", sizes());
    values.put("groups", plan.groups().stream().map(ReportData::group).toList());
    values.put("models", plan.models().size());
    values.put("fallbackCount", plan.fallbacks().size());
    values.put("fallbacks", fallbacks());
    values.put("suspicious", problems(true));
    values.put("warnings", problems(false));
    return values;
  }

  private Map<String, Object> access() {
    Map<String, Object> counts = new LinkedHashMap<>();
    for (AccessLevel level : AccessLevel.values()) {
      counts.put(
          level.word(),
          plan.operations().stream().filter(operation -> operation.access() == level).count());
    }
    return counts;
  }

  private Map<String, Object> sizes() {
    Map<String, Object> sizes = new LinkedHashMap<>();
    sizes.put("sourceFiles", files.stream().filter(file -> file.root() == Root.SOURCES).count());
    sizes.put("sourceBytes", bytes(Root.SOURCES, ""));
    sizes.put("resourceBytes", bytes(Root.RESOURCES, ""));
    sizes.put("indexBytes", bytes(Root.RESOURCES, INDEX));
    return sizes;
  }

  private long bytes(Root root, String end) {
    return files.stream()
        .filter(file -> file.root() == root && file.path().endsWith(end))
        .mapToLong(GeneratedFile::size)
        .sum();
  }

  private static Map<String, Object> group(GroupPlan group) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", group.tag().isEmpty() ? "Without a tag" : group.tag());
    values.put("className", group.className());
    values.put("entries", group.operations().stream().map(ReportData::operation).toList());
    return values;
  }

  private static Map<String, Object> operation(OperationPlan operation) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("id", operation.id());
    values.put("route", operation.route());
    values.put("access", operation.access().word());
    values.put("summary", operation.summary());
    return values;
  }

  /** The fallbacks, grouped by reason. */
  private List<Map<String, Object>> fallbacks() {
    Map<Reason, List<String>> places = new EnumMap<>(Reason.class);
    for (JsonFallback fallback : plan.fallbacks()) {
      places
          .computeIfAbsent(fallback.reason(), reason -> new ArrayList<>())
          .add(fallback.location().toString());
    }
    List<Map<String, Object>> values = new ArrayList<>();
    places.forEach(
        (reason, all) -> {
          Map<String, Object> value = new LinkedHashMap<>();
          value.put("reason", reason.text());
          value.put("count", all.size());
          value.put("places", all);
          values.add(value);
        });
    return values;
  }

  private List<Map<String, Object>> problems(boolean suspicious) {
    return problems.stream()
        .filter(problem -> problem.isSuspicious() == suspicious)
        .map(ReportData::problem)
        .toList();
  }

  private static Map<String, Object> problem(Problem problem) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("code", problem.code());
    values.put("file", problem.location().file());
    values.put("line", problem.location().line());
    values.put("column", problem.location().column());
    values.put("pointer", problem.location().pointer());
    values.put("message", problem.message());
    values.put("hint", problem.hint());
    return values;
  }
}
