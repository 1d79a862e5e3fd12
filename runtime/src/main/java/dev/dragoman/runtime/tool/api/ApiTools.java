package dev.dragoman.runtime.tool.api;

import dev.dragoman.runtime.extension.FeedbackSink;
import dev.dragoman.runtime.guard.Guard;
import dev.dragoman.runtime.mcp.tool.McpTool;
import dev.dragoman.runtime.metrics.Metrics;
import dev.dragoman.runtime.tool.ApiOperations;
import dev.dragoman.runtime.tool.MeteredTool;
import dev.dragoman.runtime.tool.call.CallOptions;
import dev.dragoman.runtime.tool.execute.ApiBackend;
import dev.dragoman.runtime.tool.execute.CallHooks;
import dev.dragoman.runtime.tool.execute.ExecutePart;
import dev.dragoman.runtime.tool.execute.ExecuteTool;
import dev.dragoman.runtime.tool.execute.OperationCalls;
import dev.dragoman.runtime.tool.feedback.FeedbackTool;
import dev.dragoman.runtime.tool.named.NamedTools;
import dev.dragoman.runtime.tool.named.ToolFile;
import dev.dragoman.runtime.tool.search.SearchTool;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tools of a server: operations are found by search and executed by name. */
public final class ApiTools {
  private ApiTools() {}

  /**
   * The tools, in the order in which clients list them.
   *
   * @param sink the destination of feedback; null for a server without the feedback tool
   */
  public static List<McpTool> of(
      ApiOperations operations, Guard guard, ApiBackend backend, @Nullable FeedbackSink sink) {
    return of(operations, guard, backend, CallOptions.defaults(), sink);
  }

  /** Like the above, with the operator's call settings. */
  public static List<McpTool> of(
      ApiOperations operations,
      Guard guard,
      ApiBackend backend,
      CallOptions options,
      @Nullable FeedbackSink sink) {
    CallHooks hooks = CallHooks.counting(new Metrics());
    OperationCalls calls = new OperationCalls(operations, guard, backend, options, hooks);
    ToolFile file = ToolFile.of(operations.definition());
    return of(operations, file, guard, calls, options, hooks, sink, List.of(), false);
  }

  /**
   * Like the above, on calls that other tools share, with the operations that are tools themselves.
   *
   * @param file the operations that are tools
   * @param others the names of the other tools
   * @param scripts whether clients can run scripts, too
   */
  public static List<McpTool> of(
      ApiOperations operations,
      ToolFile file,
      Guard guard,
      OperationCalls calls,
      CallOptions options,
      CallHooks hooks,
      @Nullable FeedbackSink sink,
      List<String> others,
      boolean scripts) {
    List<McpTool> tools = new ArrayList<>();
    if (file.searches()) {
      tools.add(new SearchTool(operations, guard, scripts));
      for (ExecutePart part : file.parts()) {
        tools.add(new ExecuteTool(operations, calls, options, hooks, part));
      }
    }
    if (sink != null) {
      List<String> names = new ArrayList<>(file.usual());
      names.addAll(file.names());
      names.addAll(others);
      tools.add(new FeedbackTool(operations, sink, names));
    }
    List<McpTool> all = new ArrayList<>();
    tools.forEach(tool -> all.add(new MeteredTool(tool, hooks.metrics())));
    all.addAll(NamedTools.of(file, operations, calls, options, hooks));
    return all;
  }
}
