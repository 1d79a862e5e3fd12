package dev.dragoman.runtime.mcp;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.limit.CallerLimits;
import dev.dragoman.runtime.mcp.tool.McpTool;
import dev.dragoman.runtime.mcp.tool.ToolCall;
import dev.dragoman.runtime.mcp.tool.ToolDescriptor;
import dev.dragoman.runtime.mcp.tool.ToolResponse;
import java.util.Optional;

/**
 * A tool for one caller: what its calls do counts towards that caller's limits.
 *
 * @param holder whom the limits apply to; compared by {@code equals}
 */
record CountedTool(McpTool tool, CallerLimits limits, Object holder) implements McpTool {

  @Override
  public ToolDescriptor descriptor() {
    return tool.descriptor();
  }

  @Override
  public ToolDescriptor descriptor(AccessMode mode) {
    return tool.descriptor(mode);
  }

  @Override
  public ToolResponse call(ToolCall call) {
    return tool.call(call.counted(this::take));
  }

  private Optional<String> take() {
    return limits
        .charge(holder)
        .map(
            refused ->
                "Too many calls: %s. Nothing was sent. Retry after %d s."
                    .formatted(refused.limit(), refused.seconds()));
  }
}
