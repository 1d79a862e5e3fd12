package dev.dragoman.runtime.several;

import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.guard.Guard;
import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.mcp.tool.McpTool;
import dev.dragoman.runtime.mcp.tool.ToolFailure.Reason;
import dev.dragoman.runtime.tool.ApiOperations;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One of the APIs of a server.
 *
 * @param id its name before the operations; empty if it is the only one
 * @param names the names of its headers and variables
 * @param operations with the prefix of the id
 * @param guard decides about its calls, and about no others
 * @param tools its own tools, as a server of this API alone would list them
 */
public record Api(
    String id, AccessNames names, ApiOperations operations, Guard guard, List<McpTool> tools) {
  public Api {
    Objects.requireNonNull(id);
    Objects.requireNonNull(names);
    Objects.requireNonNull(operations);
    Objects.requireNonNull(guard);
    tools = List.copyOf(tools);
  }

  /** Its tool of this name. */
  Optional<McpTool> tool(String name) {
    return tools.stream().filter(tool -> tool.descriptor().name().equals(name)).findFirst();
  }

  /**
   * Who a caller of the server is for this API: what its own headers say, and what the URL of the
   * connection leaves. Empty if the connection has no caller for it.
   */
  Optional<Caller> caller(Caller all) {
    return Optional.ofNullable(all.apis().get(id))
        .map(own -> all.tag().map(tag -> own.limitedTo(spelled(tag))).orElse(own));
  }

  /** A tag that this API does not have stays as it is: it matches no operation. */
  private String spelled(String tag) {
    return tag(tag).orElse(tag);
  }

  /**
   * A tag as this API's document spells it, by its name in any case, alone or after the API's id.
   */
  Optional<String> tag(String name) {
    String prefix = ApiId.prefix(id);
    return operations
        .findTag(name)
        .or(
            () ->
                name.startsWith(prefix)
                    ? operations.findTag(name.substring(prefix.length()))
                    : Optional.empty());
  }

  /** What a call gets if the connection has no caller for this API. */
  CallToolResult stranger() {
    return CallToolResult.error(
        Reason.REFUSED,
        "This connection has no credential for the API "
            + id
            + ", which requires one: a person (not the agent) has to send it as "
            + names.apiKeyHeader()
            + ". Nothing was sent.");
  }
}
