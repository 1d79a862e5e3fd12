package dev.dragoman.benchmarks.micro;

import dev.dragoman.runtime.catalog.OperationCard;
import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.mcp.tool.ToolCall;
import dev.dragoman.runtime.tool.search.SearchTool;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Search in the example, and in an API with 2,000 operations. */
@State(Scope.Benchmark)
public class Searching {
  private static final String EXAMPLE_QUERY = "list bulk syncs";
  private static final String LARGE_QUERY = "create an invoice for an account";
  private static final int HITS = 5;

  private final GeneratedApi example = GeneratedApi.example();
  private final GeneratedApi large = GeneratedApi.large();
  private final SearchTool exampleTool = new SearchTool(example.operations(), example.guard());
  private final SearchTool largeTool = new SearchTool(large.operations(), large.guard());
  private final ObjectNode describe =
      JsonNodeFactory.instance.objectNode().put("operation", "bulkSync_create");

  /** Fails unless everything is found. */
  @Setup
  public void check() {
    Expected.that(rankExample().size() == HITS, rankExample());
    Expected.that(rankLarge().size() == HITS, rankLarge());
    for (CallToolResult result : List.of(searchExample(), searchLarge(), describe())) {
      Expected.that(!result.isError(), result);
    }
  }

  /** Ranks only. */
  @Benchmark
  public List<OperationCard> rankExample() {
    return example.operations().search(EXAMPLE_QUERY, ordinal -> true, HITS);
  }

  @Benchmark
  public List<OperationCard> rankLarge() {
    return large.operations().search(LARGE_QUERY, ordinal -> true, HITS);
  }

  /** Ranks, and writes the hits. */
  @Benchmark
  public CallToolResult searchExample() {
    return search(exampleTool, example, EXAMPLE_QUERY);
  }

  @Benchmark
  public CallToolResult searchLarge() {
    return search(largeTool, large, LARGE_QUERY);
  }

  /** Describes one operation with its schemas. */
  @Benchmark
  public CallToolResult describe() {
    return exampleTool.call(new ToolCall(describe, example.caller()));
  }

  private static CallToolResult search(SearchTool tool, GeneratedApi api, String query) {
    ObjectNode arguments = JsonNodeFactory.instance.objectNode().put("query", query);
    return tool.call(new ToolCall(arguments, api.caller()));
  }
}
