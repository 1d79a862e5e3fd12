package dev.dragoman.runtime.tool;

import dev.dragoman.runtime.mcp.Tool;
import dev.dragoman.runtime.mcp.ToolAnswer;
import dev.dragoman.runtime.mcp.ToolCall;
import dev.dragoman.runtime.mcp.ToolDescriptor;
import dev.dragoman.runtime.mcp.ToolResult;
import dev.dragoman.runtime.metrics.Counter;
import dev.dragoman.runtime.metrics.Durations;
import dev.dragoman.runtime.metrics.Metrics;
import java.time.Duration;

/** Counts the calls of a tool and the time they take. */
final class MeteredTool implements Tool {
  private final Tool tool;
  private final ToolDescriptor descriptor;
  private final Counter calls;
  private final Durations times;

  MeteredTool(Tool tool, Metrics metrics) {
    this.tool = tool;
    this.descriptor = tool.descriptor();
    this.calls = metrics.counter("dragoman_tool_calls_total", "Calls of tools.", "tool", "outcome");
    this.times = metrics.durations("dragoman_tool_seconds", "Time that tools take.", "tool");
  }

  @Override
  public ToolDescriptor descriptor() {
    return descriptor;
  }

  @Override
  public ToolAnswer call(ToolCall call) {
    long start = System.nanoTime();
    String outcome = "fault";
    try {
      ToolAnswer answer = tool.call(call);
      outcome = outcome(answer);
      return answer;
    } finally {
      calls.count(descriptor.name(), outcome);
      times.add(descriptor.name(), Duration.ofNanos(System.nanoTime() - start));
    }
  }

  private static String outcome(ToolAnswer answer) {
    if (answer instanceof ToolResult result) {
      return result.isError() ? "error" : "success";
    }
    return "input_required";
  }
}
