package dev.dragoman.runtime.several;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.mcp.tool.McpTool;
import dev.dragoman.runtime.mcp.tool.ToolCall;
import dev.dragoman.runtime.mcp.tool.ToolDescriptor;
import dev.dragoman.runtime.mcp.tool.ToolResponse;
import java.util.Optional;

/**
 * A tool of one API, such as an operation that is a tool of its own. It gets the caller of that API
 * only.
 */
record ApiTool(Api api, McpTool tool) implements McpTool {
  @Override
  public ToolDescriptor descriptor() {
    return tool.descriptor();
  }

  @Override
  public ToolDescriptor descriptor(AccessMode mode) {
    return tool.descriptor(mode);
  }

  @Override
  public boolean isListed(String tag) {
    return api.tag(tag).filter(tool::isListed).isPresent();
  }

  @Override
  public Optional<McpTool> formerly(String name) {
    return tool.formerly(name).map(former -> new ApiTool(api, former));
  }

  @Override
  public ToolResponse call(ToolCall call) {
    return api.call(tool, call, Optional.empty());
  }
}
