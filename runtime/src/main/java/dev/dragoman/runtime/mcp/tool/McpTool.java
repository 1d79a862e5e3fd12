package dev.dragoman.runtime.mcp.tool;

/** A tool that clients can list and call. */
public interface McpTool {

  /** The tool's description for clients; the same for every caller. */
  ToolDescriptor descriptor();

  /**
   * Runs the tool. Invalid input and failures of the API are results with {@code isError}; an
   * exception is a bug and becomes a JSON-RPC internal error without details. A tool that needs
   * input returns {@link InputRequired} and is called again.
   *
   * @throws InsufficientScopeException if the caller's access token lacks scopes
   */
  ToolResponse call(ToolCall call);
}
