package dev.dragoman.runtime.tool.search;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.guard.Guard;
import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.mcp.tool.McpTool;
import dev.dragoman.runtime.mcp.tool.ToolCall;
import dev.dragoman.runtime.mcp.tool.ToolDescriptor;
import dev.dragoman.runtime.mcp.tool.ToolDescriptor.Annotations;
import dev.dragoman.runtime.tool.ApiOperations;
import dev.dragoman.runtime.tool.ForeignText;
import dev.dragoman.runtime.tool.InputSchema;
import dev.dragoman.runtime.tool.ToolInput;
import dev.dragoman.runtime.tool.UnknownOperationResult;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds operations that match an agent's words, or describes one in full. Does not send anything to
 * the API.
 */
public final class SearchTool implements McpTool {
  public static final String NAME = "search";

  private static final int TITLE_LENGTH = 60;
  static final List<String> METHODS =
      List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "QUERY");
  static final List<String> LEVELS =
      Arrays.stream(AccessLevel.values()).map(AccessLevel::word).toList();
  static final List<String> ARGUMENTS =
      List.of("query", "queries", "operation", "tag", "method", "access", "limit");

  private final ApiOperations operations;
  private final Guard guard;
  private final boolean scripts;
  private final OperationDescription description;

  /**
   * Creates the tool for an API without scripts.
   *
   * @param guard decides for each hit whether the caller may run it
   */
  public SearchTool(ApiOperations operations, Guard guard) {
    this(operations, guard, false);
  }

  /**
   * Creates the tool for an API.
   *
   * @param guard decides for each hit whether the caller may run it
   * @param scripts whether to show how a script calls an operation
   */
  public SearchTool(ApiOperations operations, Guard guard, boolean scripts) {
    this.operations = operations;
    this.guard = guard;
    this.scripts = scripts;
    this.description = new OperationDescription(operations, guard, scripts);
  }

  @Override
  public ToolDescriptor descriptor() {
    String title = ForeignText.title(operations.definition().title(), TITLE_LENGTH);
    return new ToolDescriptor(
        NAME,
        "Search operations",
        "Find operations of the API \""
            + title
            + "\" ("
            + operations.definition().operationCount()
            + " operations) and how to call them: parameters, body, answer, paging, credential,"
            + " whether this connection may run them, and which operations yield their path ids."
            + " Name the action and the thing (\"create issue\"). For a task of several steps give"
            + " queries, one per step. For all about one operation, schemas included, give"
            + " operation alone.",
        schema(),
        Optional.empty(),
        new Annotations(true, false, true, false));
  }

  private static ObjectNode schema() {
    return input("its id or \"METHOD /path\"").requiring();
  }

  /**
   * The arguments of a search.
   *
   * @param operation how an operation is named
   */
  static InputSchema input(String operation) {
    return new InputSchema()
        .add("query", "string", "What to do, in a few words")
        .strings("queries", SearchRequest.MAX_QUERIES, "One query per step of the task")
        .add("operation", "string", "Describe this one in full: " + operation)
        .add("tag", "string", "Only operations with this tag")
        .add("method", "string", "Only this HTTP method")
        .words("access", LEVELS, "Only this access level")
        .integer("limit", 1, SearchRequest.MAX_LIMIT, SearchRequest.DEFAULT_LIMIT);
  }

  @Override
  public CallToolResult call(ToolCall call) {
    ToolInput input = ToolInput.of(NAME, call.arguments(), ARGUMENTS);
    Optional<String> operation = input.string("operation", SearchRequest.MAX_LENGTH);
    SearchRequest request =
        SearchRequest.read(input, METHODS, LEVELS, one -> tag(one, call.caller()));
    if (operation.isPresent() != request.queries().isEmpty()) {
      input.problem(
          operation.isPresent()
              ? "Give operation to describe one, or query/queries to search, not both."
              : "Give query (or queries) in words, or operation to describe one.");
    }
    return input
        .refusal()
        .orElseGet(
            () ->
                operation.isPresent()
                    ? describe(operation.get(), call.caller())
                    : CallToolResult.text(answer(request, call.caller())));
  }

  private String answer(SearchRequest request, Caller caller) {
    SearchSource only = new SearchSource("", operations, guard, caller, request.tag());
    return new SearchResult(List.of(only), scripts).text(request);
  }

  private CallToolResult describe(String name, Caller caller) {
    OptionalInt ordinal = operations.catalog().find(name);
    if (ordinal.isEmpty()) {
      return UnknownOperationResult.answer(operations, name);
    }
    String note =
        operations
            .catalog()
            .renamed(name, operations.catalog().card(ordinal.getAsInt()))
            .map(words -> "note: " + words + "\n\n")
            .orElse("");
    return CallToolResult.text(note + description.text(ordinal.getAsInt(), caller));
  }

  /**
   * The tag as spelled in the catalog; an unknown one is a problem, because the search would find
   * nothing.
   */
  private Optional<String> tag(ToolInput input, Caller caller) {
    Optional<String> given = input.string("tag", 200);
    if (given.isEmpty()) {
      return caller.tag();
    }
    Optional<String> known = operations.findTag(given.get());
    if (caller.tag().isPresent() && !caller.tag().equals(known)) {
      input.problem(
          "The URL of this connection limits it to the tag "
              + ForeignText.quoted(caller.tag().get(), 60)
              + "; omit tag.");
    } else if (known.isEmpty()) {
      input.problem("No operation has this tag. The tags: " + operations.tagList(40) + ".");
    }
    return known;
  }
}
