package dev.dragoman.generator.diff;

import dev.dragoman.generator.model.JsonText;
import dev.dragoman.generator.problem.VisibleText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a comparison as text, Markdown or JSON. Text of the documents may contain anything; it is
 * made visible, and cannot become markup.
 */
public final class ComparisonText {
  /**
   * Maximum number of operations named in a line: a shared schema may affect hundreds, which only
   * the JSON format lists completely.
   */
  private static final int MOST_NAMED = 3;

  private ComparisonText() {}

  /** The output formats. */
  public enum Format {
    TEXT,
    MARKDOWN,
    JSON
  }

  /** The complete comparison. */
  public static String of(Comparison comparison, Format format) {
    return switch (format) {
      case TEXT -> text(comparison);
      case MARKDOWN -> markdown(comparison);
      case JSON -> json(comparison);
    };
  }

  /** {@code 3 changes: 1 breaking, 2 widening, 0 harmless}. */
  public static String summary(Comparison comparison) {
    String classes =
        Arrays.stream(ChangeEffect.values())
            .map(effect -> comparison.of(effect).size() + " " + effect.word())
            .collect(Collectors.joining(", "));
    return comparison.changes().size() + " changes: " + classes;
  }

  /** One line for a change, e.g. {@code breaking parameter-moved getLamp, parameter …}. */
  public static String line(Change change) {
    List<String> parts = new ArrayList<>();
    if (!change.operations().isEmpty()) {
      parts.add(operations(change));
    }
    if (!change.place().isEmpty()) {
      parts.add(change.place());
    }
    return VisibleText.of(
        "%s %s: %s %s"
            .formatted(
                change.effect().word(), change.code(), String.join(", ", parts), change.what()));
  }

  private static String operations(Change change) {
    int more = change.operations().size() - MOST_NAMED;
    String first = change.operations().stream().limit(MOST_NAMED).collect(Collectors.joining(" "));
    return more > 0 ? first + " (and " + more + " more)" : first;
  }

  private static String text(Comparison comparison) {
    StringBuilder text = new StringBuilder();
    text.append(VisibleText.of(comparison.before() + " -> " + comparison.after()))
        .append("\noperations: ")
        .append(comparison.operationsBefore())
        .append(" -> ")
        .append(comparison.operationsAfter())
        .append('\n')
        .append(summary(comparison))
        .append('\n');
    comparison.changes().forEach(change -> text.append(line(change)).append('\n'));
    return text.toString();
  }

  /** The form in which a change is reviewed, for example as the description of a pull request. */
  private static String markdown(Comparison comparison) {
    StringBuilder text = new StringBuilder();
    text.append("# API changes\n\nFrom ")
        .append(code(comparison.before()))
        .append(" to ")
        .append(code(comparison.after()))
        .append(": ")
        .append(comparison.operationsBefore())
        .append(" to ")
        .append(comparison.operationsAfter())
        .append(" operations, ")
        .append(summary(comparison))
        .append(".\n");
    for (ChangeEffect effect : ChangeEffect.values()) {
      List<Change> changes = comparison.of(effect);
      if (!changes.isEmpty()) {
        text.append("\n## ").append(heading(effect)).append("\n\n");
        changes.forEach(change -> text.append("- ").append(item(change)).append('\n'));
      }
    }
    return text.toString();
  }

  private static String heading(ChangeEffect effect) {
    return switch (effect) {
      case BREAKING -> "Breaking: calls or consumers of responses may stop working";
      case WIDENING -> "Widening: an agent can do more";
      case HARMLESS -> "Harmless";
    };
  }

  private static String item(Change change) {
    String who = change.operations().isEmpty() ? "the API" : code(operations(change));
    String where = change.place().isEmpty() ? "" : ", " + code(change.place());
    return change.code() + ": " + who + where + ": " + code(change.what());
  }

  /**
   * A code span (CommonMark 0.31.2, section 6.1), so that text of a document cannot become markup.
   * The fence is longer than any run of backticks inside.
   */
  private static String code(String text) {
    String visible = VisibleText.of(text);
    String fence = "`";
    while (visible.contains(fence)) {
      fence += "`";
    }
    return fence.length() == 1 ? "`" + visible + "`" : fence + " " + visible + " " + fence;
  }

  /**
   * Written by hand so that each change is on one line, which keeps the output readable in a log.
   */
  private static String json(Comparison comparison) {
    StringBuilder out = new StringBuilder("{\n  \"before\": ");
    JsonText.append(out, comparison.before());
    out.append(",\n  \"after\": ");
    JsonText.append(out, comparison.after());
    out.append(",\n  \"operationsBefore\": ").append(comparison.operationsBefore());
    out.append(",\n  \"operationsAfter\": ").append(comparison.operationsAfter());
    for (ChangeEffect effect : ChangeEffect.values()) {
      out.append(",\n  \"").append(effect.word()).append("\": ");
      out.append(comparison.of(effect).size());
    }
    out.append(",\n  \"changes\": [");
    String separator = "\n    ";
    for (Change change : comparison.changes()) {
      out.append(separator);
      change(out, change);
      separator = ",\n    ";
    }
    return out.append(comparison.changes().isEmpty() ? "]\n}\n" : "\n  ]\n}\n").toString();
  }

  private static void change(StringBuilder out, Change change) {
    out.append("{\"class\": \"").append(change.effect().word());
    out.append("\", \"code\": \"").append(change.code()).append("\", \"place\": ");
    JsonText.append(out, change.place());
    out.append(", \"what\": ");
    JsonText.append(out, change.what());
    out.append(", \"operations\": [");
    String separator = "";
    for (String id : change.operations()) {
      out.append(separator);
      JsonText.append(out, id);
      separator = ", ";
    }
    out.append("]}");
  }
}
