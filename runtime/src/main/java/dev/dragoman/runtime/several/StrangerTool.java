package dev.dragoman.runtime.several;

import dev.dragoman.runtime.audit.AuditLine;
import dev.dragoman.runtime.extension.AuditEvent.Decision;
import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.mcp.tool.McpTool;
import dev.dragoman.runtime.mcp.tool.ToolCall;
import dev.dragoman.runtime.mcp.tool.ToolDescriptor;
import dev.dragoman.runtime.mcp.tool.ToolFailure.Reason;
import dev.dragoman.runtime.tool.execute.OperationCalls;
import java.util.Optional;

/**
 * Stands in for a tool of an API in a connection that has no caller for the API: refuses the call
 * and records it like one that the guard refuses.
 *
 * @param operation the operation that was to be run; empty if the tool does not run one
 */
record StrangerTool(Api api, McpTool tool, Optional<String> operation) implements McpTool {
  @Override
  public ToolDescriptor descriptor() {
    return tool.descriptor();
  }

  @Override
  public CallToolResult call(ToolCall call) {
    String name = descriptor().name();
    try (AuditLine line = AuditLine.start(api.hooks().audit(), call.caller(), name, call.trace())) {
      line.decided(Decision.REFUSED);
      line.outcome("refused");
      operation.ifPresent(line::operation);
      operation.ifPresent(
          id -> OperationCalls.counter(api.hooks().metrics()).count(id, line.outcome()));
    }
    return CallToolResult.error(
        Reason.REFUSED,
        "This connection has no credential for the API "
            + api.id()
            + ", which requires one: a person (not the agent) has to send it as "
            + api.names().apiKeyHeader()
            + ". Nothing was sent.");
  }
}
