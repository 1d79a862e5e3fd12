package dev.dragoman.runtime.mcp.tool;

import dev.dragoman.runtime.AccessMode;
import java.util.Optional;

/** A tool that clients can list and call. */
public interface McpTool {

  /** The tool's description for clients of callers with full access. */
  ToolDescriptor descriptor();

  /**
   * The tool's description for callers with an access mode. Only hints may differ: clients that
   * approve tools by their hints would ask about every call of a tool that could write elsewhere.
   */
  default ToolDescriptor descriptor(AccessMode mode) {
    return descriptor();
  }

  /**
   * Whether the tool is listed for callers whose connection is limited to a tag. Asked only for
   * such callers; one that is not listed refuses their calls.
   */
  default boolean isListed(String tag) {
    return true;
  }

  /**
   * The tool as it responds to a name that it had before it was renamed. Such a name is not listed.
   *
   * @return empty if the tool never had the name
   */
  default Optional<McpTool> formerly(String name) {
    return Optional.empty();
  }

  /**
   * Runs the tool. Invalid input and failures of the API are results with {@code isError}; an
   * exception is a bug and becomes a JSON-RPC internal error without details. A tool that needs
   * input returns {@link InputRequired} and is called again.
   *
   * @throws InsufficientScopeException if the caller's access token lacks scopes
   */
  ToolResponse call(ToolCall call);
}
