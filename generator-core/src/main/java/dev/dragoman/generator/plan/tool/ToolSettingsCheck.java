package dev.dragoman.generator.plan.tool;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.model.JsonText;
import dev.dragoman.generator.options.NamedTool;
import dev.dragoman.generator.plan.OperationPlan;
import dev.dragoman.generator.problem.Location;
import dev.dragoman.generator.problem.Problems;
import dev.dragoman.runtime.text.NearestName;
import dev.dragoman.runtime.validate.ValueCheck;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reports what is wrong with configured tools. */
final class ToolSettingsCheck {
  private static final String CODE = "DRG-PLAN-016";
  private static final int LONGEST_DESCRIPTION = 2_048;

  private final List<OperationPlan> operations;
  private final ToolSchemas schemas;
  private final ResponseFieldCheck fields;
  private final Problems problems;

  ToolSettingsCheck(
      List<OperationPlan> operations,
      ToolSchemas schemas,
      ResponseFieldCheck fields,
      Problems problems) {
    this.operations = operations;
    this.schemas = schemas;
    this.fields = fields;
    this.problems = problems;
  }

  /** The operation of a tool; an unknown one is reported with the most similar name. */
  Optional<OperationPlan> operation(NamedTool tool) {
    String wanted = tool.operation().strip().replaceAll("\\s+", " ");
    Optional<OperationPlan> found =
        operations.stream()
            .filter(one -> one.id().equals(wanted) || isId(one, wanted) || isRoute(one, wanted))
            .findFirst();
    if (found.isEmpty()) {
      Set<String> known =
          operations.stream()
              .map(one -> wanted.contains(" ") ? one.route() : one.id())
              .collect(Collectors.toSet());
      problems.error(
          CODE,
          tool.location(),
          "The API does not have the operation \"" + ToolText.clip(wanted, 120) + "\".",
          NearestName.to(wanted, known)
              .map(near -> "Did you mean " + near + "?")
              .orElse("Give its operationId, or its method and path."));
    }
    return found;
  }

  /** The id in the document stays valid after a rule has renamed the operation. */
  private static boolean isId(OperationPlan operation, String wanted) {
    return operation.model().operationId().filter(wanted::equals).isPresent();
  }

  private static boolean isRoute(OperationPlan operation, String wanted) {
    int space = wanted.indexOf(' ');
    return space > 0
        && operation.method().equals(wanted.substring(0, space).toUpperCase(Locale.ROOT))
        && operation.path().equals(wanted.substring(space + 1));
  }

  /**
   * Whether a name can be used.
   *
   * @param taken the names before it; receives this one
   */
  boolean name(NamedTool tool, String name, Set<String> taken) {
    if (tool.description().filter(text -> bytes(text) > LONGEST_DESCRIPTION).isPresent()) {
      problems.warning(
          "DRG-PLAN-017",
          tool.location(),
          "The description of the tool " + name + " has more than 2 KB.",
          "Clients such as Claude Code cut it there; say the rest in a shorter way.");
    }
    if (name.isEmpty()) {
      return false;
    } else if (!ToolNames.isValid(name)) {
      return fault(
          tool,
          "The tool name \"" + ToolText.clip(name, 80) + "\" is not valid.",
          "Use 1 to 64 of the characters A-Z, a-z, 0-9, _ and -.");
    } else if (ToolNames.RESERVED.contains(name)) {
      return fault(
          tool,
          "The tool name \"" + name + "\" is reserved for a tool of this server.",
          "Give it another name.");
    } else if (!taken.add(name)) {
      return fault(tool, "Two tools have the name \"" + name + "\".", "Rename one of them.");
    }
    return true;
  }

  private static int bytes(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
  }

  /** Whether everything under {@code fixed} and {@code hide} can be applied. */
  boolean arguments(NamedTool tool, OperationPlan operation, List<ToolArgument> all) {
    boolean fits = true;
    for (Map.Entry<String, Json> fixed : tool.fixed().entrySet()) {
      fits &= fixed(operation, all, fixed.getKey(), fixed.getValue());
    }
    for (String name : tool.hide()) {
      Optional<ToolArgument> argument = find(tool.location(), operation, all, name, "hide");
      fits &= argument.isPresent();
      if (argument.filter(one -> one.required() && !isFixed(tool, one)).isPresent()) {
        fits =
            fault(
                tool,
                operation.id() + " requires \"" + name + "\", which is hidden and has no value.",
                "Give it a value under \"fixed\", or do not hide it.");
      }
    }
    return fits;
  }

  private static boolean isFixed(NamedTool tool, ToolArgument argument) {
    return tool.fixed().keySet().stream().anyMatch(argument::isNamed);
  }

  private boolean fixed(OperationPlan operation, List<ToolArgument> all, String name, Json value) {
    Optional<ToolArgument> argument = find(value.location(), operation, all, name, "fixed");
    if (argument.isEmpty()) {
      return false;
    }
    Json.Obj schema = schemas.whole(argument.get());
    boolean isNull = value instanceof Json.Null;
    List<String> faults =
        isNull && schemas.isNullable(argument.get())
            ? List.of()
            : ValueCheck.problems(name, JsonText.of(schema), JsonText.of(value));
    for (String fault : faults) {
      problems.error(
          CODE,
          value.location(),
          "The fixed value of \"" + name + "\" does not match the schema: " + fault + ".",
          "See the schema of " + operation.id() + " in the document.");
    }
    return faults.isEmpty();
  }

  private Optional<ToolArgument> find(
      Location place,
      OperationPlan operation,
      List<ToolArgument> all,
      String name,
      String setting) {
    Optional<ToolArgument> found = all.stream().filter(one -> one.isNamed(name)).findFirst();
    if (found.isEmpty()) {
      List<String> known = all.stream().map(ToolArgument::name).toList();
      problems.error(
          CODE,
          place,
          "\""
              + setting
              + "\" names \""
              + ToolText.clip(name, 80)
              + "\", which "
              + operation.id()
              + " does not take.",
          NearestName.to(name, known)
              .map(near -> "Did you mean " + near + "?")
              .orElse(
                  known.isEmpty()
                      ? "It takes no arguments."
                      : "It takes: " + PlainSchema.names(new LinkedHashSet<>(known)) + "."));
    }
    return found;
  }

  /** Whether all paths under {@code fields} can be in the response. */
  boolean fields(NamedTool tool, Optional<Json> response) {
    if (tool.fields().isEmpty()) {
      return true;
    }
    if (response.isEmpty()) {
      return fault(
          tool,
          "\"fields\" is given for an operation whose document does not declare a JSON response.",
          "Remove it.");
    }
    boolean fits = true;
    for (String path : tool.fields()) {
      Optional<String> problem = fields.problem(path, response.get());
      if (problem.isPresent()) {
        fits = fault(tool, "The field \"" + path + "\" " + problem.get(), "");
      }
    }
    return fits;
  }

  private boolean fault(NamedTool tool, String message, String hint) {
    problems.error(CODE, tool.location(), message, hint);
    return false;
  }
}
