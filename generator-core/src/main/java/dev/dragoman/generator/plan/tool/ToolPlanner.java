package dev.dragoman.generator.plan.tool;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.options.NamedTool;
import dev.dragoman.generator.options.ToolChoices;
import dev.dragoman.generator.plan.OperationPlan;
import dev.dragoman.generator.plan.ToolsPlan;
import dev.dragoman.generator.plan.ToolsPlan.Body;
import dev.dragoman.generator.plan.ToolsPlan.Fixed;
import dev.dragoman.generator.plan.ToolsPlan.Tool;
import dev.dragoman.generator.plan.schema.SchemaLookup;
import dev.dragoman.generator.plan.tool.ToolArgument.Kind;
import dev.dragoman.generator.problem.Location;
import dev.dragoman.generator.problem.Problems;
import dev.dragoman.runtime.execute.HttpMethods;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Plans the operations that are tools: their names, arguments and schemas. */
public final class ToolPlanner {
  private final List<OperationPlan> operations;
  private final ToolChoices choices;
  private final ToolArguments arguments;
  private final ToolSchemas schemas;
  private final ToolSettingsCheck check;

  private ToolPlanner(
      List<OperationPlan> operations,
      Map<String, Json> definitions,
      ToolChoices choices,
      Problems problems) {
    SchemaLookup lookup = new SchemaLookup(definitions);
    this.operations = operations;
    this.choices = choices;
    this.arguments = new ToolArguments(lookup);
    this.schemas = new ToolSchemas(lookup);
    this.check =
        new ToolSettingsCheck(operations, schemas, new ResponseFieldCheck(lookup), problems);
  }

  /**
   * The tools of a server. All faults of the configuration are reported; tools with faults are left
   * out.
   *
   * @param place the document, for messages
   * @param operations all operations of the server
   * @param definitions the document's schemas by canonical reference
   */
  public static ToolsPlan plan(
      Location place,
      List<OperationPlan> operations,
      Map<String, Json> definitions,
      ToolChoices choices,
      Problems problems) {
    return new ToolPlanner(operations, definitions, choices, problems).plan(place, problems);
  }

  private ToolsPlan plan(Location place, Problems problems) {
    ToolsPlan plan = plan();
    ToolListSize.of(plan).check(place, problems);
    return plan;
  }

  private ToolsPlan plan() {
    Set<String> given =
        choices.named().stream().flatMap(tool -> tool.name().stream()).collect(Collectors.toSet());
    Map<Integer, String> generated = ToolNames.generated(operations, given);
    Set<String> taken = new HashSet<>();
    Set<Integer> named = new HashSet<>();
    List<Tool> tools = new ArrayList<>();
    for (NamedTool choice : choices.named()) {
      Optional<OperationPlan> operation = check.operation(choice);
      operation.ifPresent(found -> named.add(found.ordinal()));
      String name =
          choice
              .name()
              .or(() -> operation.map(found -> generated.getOrDefault(found.ordinal(), "")))
              .orElse("");
      if (check.name(choice, name, taken)) {
        operation.flatMap(found -> tool(choice, found, name)).ifPresent(tools::add);
      }
    }
    if (choices.effectiveMode().listsOperations()) {
      operations.stream()
          .filter(operation -> !named.contains(operation.ordinal()))
          .map(operation -> tool(operation, generated.getOrDefault(operation.ordinal(), "")))
          .forEach(tools::add);
    }
    return new ToolsPlan(choices.effectiveMode(), tools);
  }

  private Optional<Tool> tool(NamedTool choice, OperationPlan operation, String name) {
    List<ToolArgument> all = arguments.of(operation);
    boolean fits = check.arguments(choice, operation, all);
    fits &= check.fields(choice, schemas.response(operation));
    if (!fits) {
      return Optional.empty();
    }
    List<ToolArgument> offered = all.stream().filter(one -> isOffered(one, choice)).toList();
    return Optional.of(
        tool(
            operation,
            name,
            choice.title().orElseGet(() -> ToolText.title(operation)),
            choice.description().orElseGet(() -> description(operation, offered)),
            offered,
            fixed(choice, all),
            choice.fields(),
            choice.location()));
  }

  private String description(OperationPlan operation, List<ToolArgument> offered) {
    return ToolText.description(operation, choices.effectiveDescriptions(), offered);
  }

  private static boolean isOffered(ToolArgument argument, NamedTool choice) {
    return choice.hide().stream().noneMatch(argument::isNamed)
        && choice.fixed().keySet().stream().noneMatch(argument::isNamed);
  }

  private Tool tool(OperationPlan operation, String name) {
    List<ToolArgument> offered = arguments.of(operation);
    return tool(
        operation,
        name,
        ToolText.title(operation),
        description(operation, offered),
        offered,
        new Fixed(Map.of(), Map.of(), Optional.empty()),
        List.of(),
        operation.model().location());
  }

  private Tool tool(
      OperationPlan operation,
      String name,
      String title,
      String description,
      List<ToolArgument> offered,
      Fixed fixed,
      List<String> fields,
      Location location) {
    PathTree paths = fields.isEmpty() ? PathTree.ALL : PathTree.of(fields);
    Optional<String> whole =
        offered.stream().filter(one -> one.kind() == Kind.BODY).map(ToolArgument::name).findFirst();
    return new Tool(
        name,
        title,
        description,
        operation.id(),
        operation.access(),
        HttpMethods.isIdempotent(operation.method()),
        schemas.input(offered),
        schemas.output(operation, paths),
        names(offered, Kind.PARAMETER),
        new Body(whole, names(offered, Kind.PROPERTY)),
        fixed,
        fields,
        List.of(),
        location);
  }

  private static Map<String, String> names(List<ToolArgument> offered, Kind kind) {
    Map<String, String> names = new LinkedHashMap<>();
    offered.stream()
        .filter(one -> one.kind() == kind)
        .forEach(one -> names.put(one.name(), one.original()));
    return names;
  }

  private static Fixed fixed(NamedTool choice, List<ToolArgument> all) {
    Map<String, Json> parameters = new LinkedHashMap<>();
    Map<String, Json> properties = new LinkedHashMap<>();
    Optional<Json> body = Optional.empty();
    for (Map.Entry<String, Json> value : choice.fixed().entrySet()) {
      for (ToolArgument one : all) {
        if (!one.isNamed(value.getKey())) {
          continue;
        }
        switch (one.kind()) {
          case PARAMETER -> parameters.put(one.original(), value.getValue());
          case PROPERTY -> properties.put(one.original(), value.getValue());
          case BODY -> body = Optional.of(value.getValue());
        }
      }
    }
    return new Fixed(parameters, properties, body);
  }
}
