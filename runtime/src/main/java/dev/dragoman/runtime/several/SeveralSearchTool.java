package dev.dragoman.runtime.several;

import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.mcp.tool.McpTool;
import dev.dragoman.runtime.mcp.tool.ToolCall;
import dev.dragoman.runtime.mcp.tool.ToolDescriptor;
import dev.dragoman.runtime.mcp.tool.ToolFailure.Reason;
import dev.dragoman.runtime.mcp.tool.ToolResponse;
import dev.dragoman.runtime.metrics.Metrics;
import dev.dragoman.runtime.tool.MeteredTool;
import dev.dragoman.runtime.tool.ToolInput;
import dev.dragoman.runtime.tool.search.SearchTool;
import dev.dragoman.runtime.tool.search.SeveralSearch;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Searches several APIs. A search in one of them, and the description of one operation, are those
 * of the API's own tool.
 */
final class SeveralSearchTool implements McpTool {
  private static final String OPERATION = "operation";

  private final Apis apis;
  private final McpTool merged;

  SeveralSearchTool(Apis apis, Metrics metrics) {
    this.apis = apis;
    this.merged = new MeteredTool(new MergedSearchTool(apis), metrics);
  }

  @Override
  public ToolDescriptor descriptor() {
    return merged.descriptor();
  }

  @Override
  public ToolResponse call(ToolCall call) {
    ToolInput input = SeveralSearch.input(call.arguments());
    Optional<String> vendor = input.word(SeveralSearch.VENDOR, apis.ids());
    Optional<CallToolResult> refusal = input.refusal();
    if (refusal.isPresent()) {
      return refusal.get();
    }
    if (vendor.isPresent()) {
      return within(apis.byId(vendor.get()).orElseThrow(), call);
    }
    JsonNode operation = call.arguments().path(OPERATION);
    if (!operation.isString() || operation.stringValue().isBlank()) {
      return merged.call(call);
    }
    Apis.Named named = apis.of(operation.stringValue().strip());
    return named instanceof Apis.Unclear unclear
        ? CallToolResult.error(Reason.INVALID_ARGUMENTS, unclear.message())
        : within(((Apis.Found) named).api(), call);
  }

  private static ToolResponse within(Api api, ToolCall call) {
    ObjectNode arguments = call.arguments().deepCopy();
    arguments.remove(SeveralSearch.VENDOR);
    McpTool search = api.tool(SearchTool.NAME).orElseThrow();
    return api.call(search, call.with(arguments), Optional.empty());
  }
}
