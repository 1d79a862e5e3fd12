package dev.dragoman.runtime.tool.named;

import dev.dragoman.runtime.mcp.tool.McpTool;
import dev.dragoman.runtime.tool.ApiOperations;
import dev.dragoman.runtime.tool.MeteredTool;
import dev.dragoman.runtime.tool.call.CallOptions;
import dev.dragoman.runtime.tool.execute.CallHooks;
import dev.dragoman.runtime.tool.execute.OperationCalls;
import dev.dragoman.runtime.tool.execute.OperationRunner;
import java.util.List;

/** The operations of an API that are tools of their own. */
public final class NamedTools {
  private NamedTools() {}

  /** The tools as they are listed and called, in the order of the file. */
  public static List<McpTool> of(
      ToolFile file,
      ApiOperations operations,
      OperationCalls calls,
      CallOptions options,
      CallHooks hooks) {
    OperationRunner runner = new OperationRunner(calls, operations.definition(), options);
    return file.tools().stream()
        .map(tool -> new NamedTool(tool, operations, runner, hooks))
        .<McpTool>map(tool -> new MeteredTool(tool, hooks.metrics()))
        .toList();
  }
}
