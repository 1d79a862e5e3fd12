package dev.dragoman.runtime.several;

import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.guard.Guard;
import dev.dragoman.runtime.mcp.tool.McpTool;
import dev.dragoman.runtime.mcp.tool.ToolCall;
import dev.dragoman.runtime.mcp.tool.ToolResponse;
import dev.dragoman.runtime.tool.ApiOperations;
import dev.dragoman.runtime.tool.MeteredTool;
import dev.dragoman.runtime.tool.execute.CallHooks;
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
 * @param hooks what accompanies its calls
 * @param tools its own tools, as a server of this API alone would list them
 */
public record Api(
    String id,
    AccessNames names,
    ApiOperations operations,
    Guard guard,
    CallHooks hooks,
    List<McpTool> tools) {
  public Api {
    Objects.requireNonNull(id);
    Objects.requireNonNull(names);
    Objects.requireNonNull(operations);
    Objects.requireNonNull(guard);
    Objects.requireNonNull(hooks);
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

  /**
   * Hands a call to a tool of this API, with the caller that this API knows. If the connection has
   * none, the call is refused, recorded and counted.
   *
   * @param operation the operation that is to be run; empty if the tool does not run one
   */
  ToolResponse call(McpTool tool, ToolCall call, Optional<String> operation) {
    Optional<Caller> own = caller(call.caller());
    return own.isPresent()
        ? tool.call(call.by(own.get()))
        : new MeteredTool(new StrangerTool(this, tool, operation), hooks.metrics()).call(call);
  }
}
