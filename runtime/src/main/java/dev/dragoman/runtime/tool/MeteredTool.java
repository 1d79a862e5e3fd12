package dev.dragoman.runtime.tool;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.mcp.tool.McpTool;
import dev.dragoman.runtime.mcp.tool.ToolCall;
import dev.dragoman.runtime.mcp.tool.ToolDescriptor;
import dev.dragoman.runtime.mcp.tool.ToolResponse;
import dev.dragoman.runtime.metrics.Counter;
import dev.dragoman.runtime.metrics.Durations;
import dev.dragoman.runtime.metrics.Metrics;
import java.time.Duration;
import java.util.Optional;

/** Counts the calls of a tool and measures how long they take. */
public final class MeteredTool implements McpTool {
  private final McpTool tool;
  private final Metrics metrics;
  private final ToolDescriptor descriptor;
  private final Counter calls;
  private final Durations times;

  public MeteredTool(McpTool tool, Metrics metrics) {
    this.tool = tool;
    this.metrics = metrics;
    this.descriptor = tool.descriptor();
    this.calls = metrics.counter("dragoman_tool_calls_total", "Calls of tools.", "tool", "outcome");
    this.times = metrics.durations("dragoman_tool_seconds", "Time that tools take.", "tool");
  }

  @Override
  public ToolDescriptor descriptor() {
    return descriptor;
  }

  @Override
  public ToolDescriptor descriptor(AccessMode mode) {
    return tool.descriptor(mode);
  }

  @Override
  public boolean isListed(String tag) {
    return tool.isListed(tag);
  }

  @Override
  public Optional<McpTool> formerly(String name) {
    return tool.formerly(name).map(former -> new MeteredTool(former, metrics));
  }

  @Override
  public ToolResponse call(ToolCall call) {
    long start = System.nanoTime();
    String outcome = "fault";
    try {
      ToolResponse answer = tool.call(call);
      outcome = outcome(answer);
      return answer;
    } finally {
      calls.count(descriptor.name(), outcome);
      times.add(descriptor.name(), Duration.ofNanos(System.nanoTime() - start));
    }
  }

  private static String outcome(ToolResponse answer) {
    if (answer instanceof CallToolResult result) {
      return result.isError() ? "error" : "success";
    }
    return "input_required";
  }
}
