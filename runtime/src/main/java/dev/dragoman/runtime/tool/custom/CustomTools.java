package dev.dragoman.runtime.tool.custom;

import dev.dragoman.runtime.extension.Tool;
import dev.dragoman.runtime.guard.Guard;
import dev.dragoman.runtime.mcp.tool.McpTool;
import dev.dragoman.runtime.metrics.Metrics;
import dev.dragoman.runtime.tool.MeteredTool;
import dev.dragoman.runtime.tool.confirm.ToolConfirmation;
import dev.dragoman.runtime.tool.execute.OperationCalls;
import java.util.List;

/** The tools of the server's owner. */
public final class CustomTools {
  private CustomTools() {}

  /** The tools as they are listed and called, in the given order. */
  public static List<McpTool> of(
      List<Tool> tools,
      Guard guard,
      ToolConfirmation confirmation,
      OperationCalls calls,
      CustomToolSettings settings,
      Metrics metrics) {
    return tools.stream()
        .map(tool -> new CustomTool(tool, guard, confirmation, calls, settings))
        .<McpTool>map(tool -> new MeteredTool(tool, metrics))
        .toList();
  }
}
