package dev.dragoman.runtime.several;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.mcp.tool.McpTool;
import dev.dragoman.runtime.mcp.tool.ToolCall;
import dev.dragoman.runtime.mcp.tool.ToolDescriptor;
import dev.dragoman.runtime.mcp.tool.ToolFailure.Reason;
import dev.dragoman.runtime.mcp.tool.ToolResponse;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Runs an operation of one of several APIs: finds the API and hands the call to that API's own
 * execute tool, with the caller that this API knows.
 */
final class SeveralExecuteTool implements McpTool {
  private static final String OPERATION = "operation";

  private final Apis apis;
  private final String name;

  /**
   * Creates the tool.
   *
   * @param name the name of the tool, which every API has
   */
  SeveralExecuteTool(Apis apis, String name) {
    this.apis = apis;
    this.name = name;
  }

  private McpTool of(Api api) {
    return api.tool(name).orElseThrow();
  }

  @Override
  public ToolDescriptor descriptor() {
    return descriptor(AccessMode.FULL_ACCESS);
  }

  @Override
  public ToolDescriptor descriptor(AccessMode mode) {
    List<ToolDescriptor> own = apis.all().stream().map(api -> of(api).descriptor(mode)).toList();
    ToolDescriptor first = own.get(0);
    String kind = first.description().replaceFirst(" of the API \"[^\"]*\",", " of an API,");
    return new ToolDescriptor(
        name,
        first.title(),
        kind,
        schema(own),
        Optional.empty(),
        first.annotations(),
        OptionalInt.of(
            own.stream().mapToInt(one -> one.mostCharacters().orElse(0)).max().orElse(0)));
  }

  /** The arguments that any of the APIs takes. */
  private static ObjectNode schema(List<ToolDescriptor> own) {
    ObjectNode schema = own.get(0).inputSchema().deepCopy();
    ObjectNode properties = (ObjectNode) schema.required("properties");
    own.forEach(
        one ->
            one.inputSchema()
                .required("properties")
                .properties()
                .forEach(
                    property -> properties.putIfAbsent(property.getKey(), property.getValue())));
    ((ObjectNode) properties.required(OPERATION))
        .put("description", "\"vendor:id\" as search shows it, or \"vendor:METHOD /path\"");
    return schema;
  }

  @Override
  public ToolResponse call(ToolCall call) {
    JsonNode operation = call.arguments().path(OPERATION);
    if (!operation.isString() || operation.stringValue().isBlank()) {
      return CallToolResult.error(
          Reason.INVALID_ARGUMENTS,
          "The arguments of " + name + " are not right:\n- operation is required, as a string.");
    }
    String wanted = operation.stringValue().strip();
    Apis.Named named = apis.of(wanted);
    if (named instanceof Apis.Unclear unclear) {
      return CallToolResult.error(Reason.INVALID_ARGUMENTS, unclear.message());
    }
    Api api = ((Apis.Found) named).api();
    return api.call(of(api), call, Optional.of(apis.id(wanted).orElse("unknown")));
  }
}
