package dev.dragoman.generator;

import dev.dragoman.generator.emit.GeneratedFile;
import dev.dragoman.generator.lock.Lock;
import dev.dragoman.generator.lock.LockEntry;
import dev.dragoman.generator.model.JsonText;
import dev.dragoman.generator.plan.ServerPlan;
import dev.dragoman.generator.problem.Problem;
import dev.dragoman.generator.problem.VisibleText;
import java.util.List;

/** Describes the server that would be generated, without writing anything. */
public final class ApiDescription {
  private final PlannedApi planned;
  private final Lock exposed;
  private final List<String> files;

  private ApiDescription(PlannedApi planned, GenerationRequest request) {
    this.planned = planned;
    this.exposed = Lock.of(planned.plan());
    this.files =
        Generator.emit(planned, request, planned.problems().all()).stream()
            .map(GeneratedFile::path)
            .sorted()
            .toList();
  }

  /**
   * The description of a server.
   *
   * @throws dev.dragoman.generator.problem.GenerationException if the document is rejected
   */
  public static ApiDescription of(GenerationRequest request) {
    return new ApiDescription(PlannedApi.of(request), request);
  }

  /** For people: one line per operation; invisible characters of the document are escaped. */
  public String text() {
    ServerPlan plan = planned.plan();
    StringBuilder text = new StringBuilder();
    line(text, plan.model().title() + " " + plan.model().version());
    line(text, "main class: " + mainClass());
    line(text, "servers: " + String.join(", ", exposed.servers()));
    line(text, exposed.entries().size() + " operations, " + files.size() + " files");
    for (LockEntry entry : exposed.entries().values()) {
      line(
          text,
          "%-11s %s (%s) auth=%s required=%s"
              .formatted(
                  entry.access().word(),
                  entry.id(),
                  entry.route(),
                  entry.auth(),
                  String.join(",", entry.required())));
    }
    exposed
        .tools()
        .values()
        .forEach(tool -> line(text, "tool " + tool.name() + ": " + tool.operation()));
    planned.problems().all().forEach(problem -> line(text, problem.toString()));
    return text.toString();
  }

  private static void line(StringBuilder text, String line) {
    text.append(VisibleText.of(line)).append('\n');
  }

  private String mainClass() {
    return planned.plan().packageName() + "." + planned.plan().serverClass();
  }

  /** For programs, as JSON. */
  public String json() {
    ServerPlan plan = planned.plan();
    StringBuilder out = new StringBuilder("{\n  \"title\": ");
    JsonText.append(out, plan.model().title());
    out.append(",\n  \"version\": ");
    JsonText.append(out, plan.model().version());
    out.append(",\n  \"mainClass\": ");
    JsonText.append(out, mainClass());
    out.append(",\n  \"servers\": ");
    strings(out, exposed.servers());
    out.append(",\n  \"operations\": [");
    String separator = "\n    ";
    for (LockEntry entry : exposed.entries().values()) {
      operation(out.append(separator), entry);
      separator = ",\n    ";
    }
    out.append("\n  ],\n  \"tools\": ");
    strings(out, List.copyOf(exposed.tools().keySet()));
    out.append(",\n  \"files\": ");
    strings(out, files);
    out.append(",\n  \"warnings\": ");
    strings(out, planned.problems().all().stream().map(Problem::toString).toList());
    return out.append("\n}\n").toString();
  }

  private static void operation(StringBuilder out, LockEntry entry) {
    out.append("{\"id\": ");
    JsonText.append(out, entry.id());
    out.append(", \"method\": ");
    JsonText.append(out, entry.method());
    out.append(", \"path\": ");
    JsonText.append(out, entry.path());
    out.append(", \"access\": \"").append(entry.access().word()).append("\", \"auth\": ");
    JsonText.append(out, entry.auth());
    out.append(", \"required\": ");
    strings(out, entry.required());
    out.append('}');
  }

  private static void strings(StringBuilder out, List<String> values) {
    out.append('[');
    String separator = "";
    for (String value : values) {
      JsonText.append(out.append(separator), value);
      separator = ", ";
    }
    out.append(']');
  }
}
