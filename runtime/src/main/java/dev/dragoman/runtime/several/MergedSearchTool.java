package dev.dragoman.runtime.several;

import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.mcp.tool.McpTool;
import dev.dragoman.runtime.mcp.tool.ToolCall;
import dev.dragoman.runtime.mcp.tool.ToolDescriptor;
import dev.dragoman.runtime.tool.ForeignText;
import dev.dragoman.runtime.tool.ToolInput;
import dev.dragoman.runtime.tool.search.SearchSource;
import dev.dragoman.runtime.tool.search.SeveralSearch;
import java.util.List;
import java.util.Optional;

/** A search in all APIs for which the connection has a caller. */
record MergedSearchTool(Apis apis) implements McpTool {
  private static final int TAG_LENGTH = 200;

  @Override
  public ToolDescriptor descriptor() {
    return SeveralSearch.descriptor(apis.all().stream().map(MergedSearchTool::subject).toList());
  }

  private static SeveralSearch.Subject subject(Api api) {
    ServerDefinition definition = api.operations().definition();
    return new SeveralSearch.Subject(api.id(), definition.title(), definition.operationCount());
  }

  @Override
  public CallToolResult call(ToolCall call) {
    ToolInput input = SeveralSearch.input(call.arguments());
    Optional<String> given = input.string("tag", TAG_LENGTH);
    Optional<String> limit = call.caller().tag();
    Optional<String> tag = given.or(() -> limit);
    List<SearchSource> sources =
        apis.all().stream().flatMap(api -> source(api, call.caller(), tag).stream()).toList();
    if (given.isPresent() && apis.find(given.get()).isEmpty()) {
      input.problem("No operation has this tag. The tags: " + apis.list() + ".");
    } else if (given.isPresent() && limit.isPresent() && sources.isEmpty()) {
      input.problem(
          "The URL of this connection limits it to the tag "
              + ForeignText.quoted(limit.get(), 60)
              + "; omit tag.");
    }
    return SeveralSearch.search(input, tag, sources);
  }

  /**
   * The API as it is searched; empty if the connection has no caller for it, or if it does not have
   * the tag, or the URL of the connection limits it to another one.
   */
  private static Optional<SearchSource> source(Api api, Caller caller, Optional<String> tag) {
    Optional<String> spelled = tag.flatMap(api::tag);
    return api.caller(caller)
        .filter(own -> tag.isEmpty() || spelled.isPresent())
        .filter(own -> own.tag().isEmpty() || own.tag().equals(spelled))
        .map(own -> new SearchSource(api.id(), api.operations(), api.guard(), own, spelled));
  }
}
