package dev.dragoman.runtime.tool.searchlog;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.catalog.OperationCard;
import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.mcp.tool.McpTool;
import dev.dragoman.runtime.mcp.tool.ToolCall;
import dev.dragoman.runtime.mcp.tool.ToolDescriptor;
import dev.dragoman.runtime.mcp.tool.ToolResponse;
import dev.dragoman.runtime.tool.ApiOperations;
import dev.dragoman.runtime.tool.execute.ExecuteTool;
import dev.dragoman.runtime.tool.search.SearchTool;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A search or execute tool whose successful calls are recorded. */
public final class LoggedTool implements McpTool {
  /** The names of the tools that search and execute. */
  public static final Set<String> NAMES =
      Set.of(SearchTool.NAME, ExecuteTool.NAME, "execute_read", "execute_write");

  private static final Logger LOG = LoggerFactory.getLogger(LoggedTool.class);

  /** How many hits of one of several queries it may have led to. */
  private static final int CANDIDATES = 10;

  /** Longer queries are not recorded. */
  private static final int LONGEST = 2_000;

  private final McpTool tool;
  private final ApiOperations operations;
  private final SearchLog log;
  private final boolean isSearch;

  /** Records the calls of a tool; one whose name is {@code search} searches, any other executes. */
  public LoggedTool(McpTool tool, ApiOperations operations, SearchLog log) {
    this.tool = tool;
    this.operations = operations;
    this.log = log;
    this.isSearch = tool.descriptor().name().equals(SearchTool.NAME);
  }

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
    return tool.isListed(tag);
  }

  @Override
  public ToolResponse call(ToolCall call) {
    ToolResponse response = tool.call(call);
    if (response instanceof CallToolResult result && !result.isError()) {
      try {
        if (isSearch) {
          searched(call);
        } else {
          ran(call);
        }
      } catch (RuntimeException e) {
        // The call itself succeeded, which its caller must learn.
        LOG.warn("A search could not be recorded: {}", e.toString());
      }
    }
    return response;
  }

  private void searched(ToolCall call) {
    Set<String> texts = new LinkedHashSet<>(texts(call.arguments().path("queries")));
    texts.addAll(texts(call.arguments().path("query")));
    List<SearchLog.Query> queries = new ArrayList<>();
    for (String text : texts) {
      Set<String> candidates = texts.size() == 1 ? Set.of() : hits(text);
      if (texts.size() == 1 || !candidates.isEmpty()) {
        queries.add(new SearchLog.Query(QueryWords.of(text), candidates));
      }
    }
    log.searched(call.caller(), queries);
  }

  /** Each of several queries is about a step of its own, so that only its own hits count. */
  private Set<String> hits(String query) {
    return operations.search(query, ordinal -> true, CANDIDATES).stream()
        .map(OperationCard::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static List<String> texts(JsonNode value) {
    List<String> texts = new ArrayList<>();
    for (JsonNode one : value.isArray() ? value.values() : List.of(value)) {
      if (one.isString() && one.stringValue().length() <= LONGEST) {
        texts.add(one.stringValue());
      }
    }
    return texts;
  }

  private void ran(ToolCall call) {
    ObjectNode arguments = call.arguments();
    JsonNode operation = arguments.path("operation");
    String dryRun = arguments.path("dry_run").asString("");
    if (operation.isString() && !dryRun.equalsIgnoreCase("true")) {
      OptionalInt ordinal = operations.catalog().find(operation.stringValue());
      if (ordinal.isPresent()) {
        log.ran(call.caller(), operations.catalog().card(ordinal.getAsInt()).id());
      }
    }
  }
}
