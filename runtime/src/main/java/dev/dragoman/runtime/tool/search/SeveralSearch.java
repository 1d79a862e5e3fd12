package dev.dragoman.runtime.tool.search;

import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.mcp.tool.ToolDescriptor;
import dev.dragoman.runtime.mcp.tool.ToolDescriptor.Annotations;
import dev.dragoman.runtime.tool.ForeignText;
import dev.dragoman.runtime.tool.InputSchema;
import dev.dragoman.runtime.tool.ToolInput;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** The tool search for several APIs: its description, and a search in all of them. */
public final class SeveralSearch {
  /** The argument that selects one of the APIs. */
  public static final String VENDOR = "vendor";

  private static final int TITLES_LENGTH = 400;

  private SeveralSearch() {}

  /**
   * An API for the description of the tool.
   *
   * @param count the number of its operations
   */
  public record Subject(String id, String title, int count) {
    private String words() {
      return id + " (\"" + ForeignText.title(title, 40) + "\", " + count + ")";
    }
  }

  /** The tool for APIs. */
  public static ToolDescriptor descriptor(List<Subject> apis) {
    String titles = apis.stream().map(Subject::words).collect(Collectors.joining(", "));
    return new ToolDescriptor(
        SearchTool.NAME,
        "Search operations",
        "Find operations of several APIs, each with its number of operations: "
            + ForeignText.clip(titles, TITLES_LENGTH)
            + ". Results tell how to call them: parameters, body, answer, paging, credential,"
            + " whether this connection may run them, and which operations yield their path ids."
            + " Name the action and the thing (\"create issue\"), and give vendor if you know it."
            + " For a task of several steps give queries, one per step. For all about one"
            + " operation, schemas included, give operation alone.",
        schema(apis.stream().map(Subject::id).toList()),
        Optional.empty(),
        new Annotations(true, false, true, false));
  }

  private static ObjectNode schema(List<String> ids) {
    InputSchema input = SearchTool.input("\"vendor:id\" or \"vendor:METHOD /path\"");
    return input.words(VENDOR, ids, "Only operations of this API").requiring();
  }

  /** Reads the arguments of a call. */
  public static ToolInput input(ObjectNode arguments) {
    return ToolInput.of(
        SearchTool.NAME,
        arguments,
        Stream.concat(SearchTool.ARGUMENTS.stream(), Stream.of(VENDOR)).toList());
  }

  /**
   * Searches all sources.
   *
   * @param tag the tag to which the search is limited, for a result without hits; the sources say
   *     how each of them spells it
   */
  public static CallToolResult search(
      ToolInput input, Optional<String> tag, List<SearchSource> sources) {
    SearchRequest request =
        SearchRequest.read(input, SearchTool.METHODS, SearchTool.LEVELS, given -> tag);
    if (request.queries().isEmpty()) {
      input.problem("Give query (or queries) in words, or operation to describe one.");
    }
    return input
        .refusal()
        .orElseGet(() -> CallToolResult.text(new SearchResult(sources, false).text(request)));
  }
}
