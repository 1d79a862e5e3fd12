package dev.dragoman.generator.plan.tool;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.model.JsonText;
import dev.dragoman.generator.model.OperationModel;
import dev.dragoman.generator.plan.OperationPlan;
import dev.dragoman.generator.plan.tool.ToolArgument.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An example of a tool's arguments that the document marks for models: an Example Object of the
 * body with {@code x-mcp-example: true}, or an operation's {@code x-mcp-example} with arguments.
 */
final class ToolExample {
  private static final String EXTENSION = "x-mcp-example";
  private static final int LONGEST = 500;

  private ToolExample() {}

  /** The first example that fits, as JSON text; long ones would fill the list of tools. */
  static Optional<String> of(OperationPlan operation, List<ToolArgument> offered) {
    OperationModel model = operation.model();
    Stream<Json> ofOperation = Stream.ofNullable(model.extensions().get(EXTENSION));
    Stream<Json> ofBody =
        operation.body().stream().flatMap(body -> body.media().markedExamples().stream());
    return Stream.concat(
            ofOperation.flatMap(value -> arguments(value, offered).stream()),
            ofBody.flatMap(value -> body(value, offered).stream()))
        .map(JsonText::of)
        .filter(text -> text.length() <= LONGEST && text.equals(ToolText.ofDocument(text)))
        .findFirst();
  }

  /** Arguments by name, or a call with a name and arguments. */
  private static Optional<Json> arguments(Json value, List<ToolArgument> offered) {
    if (!(value instanceof Json.Obj object)) {
      return Optional.empty();
    }
    Json.Obj inside = object.object("arguments");
    return known(inside == null ? object : inside, offered);
  }

  private static Optional<Json> body(Json value, List<ToolArgument> offered) {
    Optional<ToolArgument> whole =
        offered.stream().filter(one -> one.kind() == Kind.BODY).findFirst();
    if (whole.isPresent()) {
      return Optional.of(new Json.Obj(Map.of(whole.get().name(), value), value.location()));
    }
    return value instanceof Json.Obj object ? known(object, offered) : Optional.empty();
  }

  /** The members that are arguments: fixed and hidden ones must not be given. */
  private static Optional<Json> known(Json.Obj given, List<ToolArgument> offered) {
    Map<String, Json> known = new LinkedHashMap<>();
    for (ToolArgument argument : offered) {
      Json value = given.get(argument.original());
      if (value != null) {
        known.put(argument.name(), value);
      }
    }
    return known.isEmpty() ? Optional.empty() : Optional.of(new Json.Obj(known, given.location()));
  }
}
