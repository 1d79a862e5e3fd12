package dev.dragoman.runtime.tool.named;

import dev.dragoman.runtime.catalog.OperationCard;
import dev.dragoman.runtime.json.JsonReader;
import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.mcp.tool.CallToolResult.Content;
import dev.dragoman.runtime.request.ArgumentProblem;
import dev.dragoman.runtime.tool.Lazy;
import dev.dragoman.runtime.tool.execute.CallView;
import dev.dragoman.runtime.validate.ObjectValidator;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The tool's own names of arguments, the chosen parts of the response, and structured content. */
final class NamedView implements CallView {
  private static final String BODY = "body";
  private static final String OTHER = "other";

  private final NamedOperation tool;
  private final Optional<Supplier<ObjectValidator>> output;

  NamedView(NamedOperation tool) {
    this.tool = tool;
    String name = tool.descriptor().name();
    this.output =
        tool.descriptor()
            .outputSchema()
            .map(schema -> Lazy.of(() -> ObjectValidator.of(name, schema)));
  }

  @Override
  public ArgumentProblem renamed(ArgumentProblem problem) {
    return tool.names().renamed(problem);
  }

  @Override
  public String help(OperationCard card) {
    return "\nThe tool " + tool.descriptor().name() + " takes the arguments of its input schema.";
  }

  @Override
  public boolean canGoOn() {
    return false;
  }

  /**
   * Adds the structured content that the tool's output schema announces. Clients may validate it
   * and drop the result if it does not match, so a body that does not has another name.
   */
  @Override
  public CallToolResult result(CallToolResult result) {
    if (output.isEmpty() || result.isError()) {
      return result;
    }
    return structured(result)
        .map(json -> new CallToolResult(result.content(), Optional.of(json), false))
        .orElse(result);
  }

  private Optional<ObjectNode> structured(CallToolResult result) {
    if (!(result.content().get(0) instanceof Content.Text text)) {
      return Optional.empty();
    }
    return JsonReader.forResponses()
        .find(text.text())
        .filter(ObjectNode.class::isInstance)
        .map(json -> matching((ObjectNode) json));
  }

  private ObjectNode matching(ObjectNode json) {
    JsonNode body = json.get(BODY);
    if (body != null
        && !output.orElseThrow().get().problems(tool.descriptor().name(), json).isEmpty()) {
      json.remove(BODY);
      json.set(OTHER, body);
    }
    return json;
  }
}
