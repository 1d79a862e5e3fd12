package dev.dragoman.generator.emit.text;

import dev.dragoman.generator.emit.GeneratedFile;
import dev.dragoman.generator.emit.GeneratedFile.Root;
import dev.dragoman.generator.plan.ServerPlan;
import dev.dragoman.generator.problem.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Prints the report: which operations the server has, what each of them can do, and what is unusual
 * in the document. Printed twice from the same data: in Markdown for people and in JSON for
 * scripts.
 */
public final class ReportEmitter {
  private ReportEmitter() {}

  /**
   * The report of a server.
   *
   * @param problems what the user should know about the document
   * @param files the other files of the server, whose sizes the report contains
   */
  public static List<GeneratedFile> emit(
      ServerPlan plan, List<Problem> problems, List<GeneratedFile> files) {
    Map<String, Object> data = new ReportData(plan, problems, files).values();
    String name = plan.packageName();
    return List.of(
        GeneratedFile.text(
            Root.REPORTS,
            name + ".md",
            Template.markdown("report.md").fill(forPeople(data, problems))),
        GeneratedFile.text(Root.REPORTS, name + ".json", ReportJson.of(data)));
  }

  /**
   * Replaces problems by lines as in the build's log, and adds the flags that the template needs.
   */
  private static Map<String, Object> forPeople(Map<String, Object> data, List<Problem> problems) {
    Map<String, Object> values = new HashMap<>(data);
    List<String> suspicious = lines(problems, true);
    List<String> warnings = lines(problems, false);
    values.put("suspicious", suspicious);
    values.put("hasSuspicious", !suspicious.isEmpty());
    values.put("warnings", warnings);
    values.put("hasWarnings", !warnings.isEmpty());
    values.put("hasFallbacks", !((List<?>) data.getOrDefault("fallbacks", List.of())).isEmpty());
    return values;
  }

  private static List<String> lines(List<Problem> problems, boolean suspicious) {
    return problems.stream()
        .filter(problem -> problem.isSuspicious() == suspicious)
        .map(Problem::toString)
        .toList();
  }
}
