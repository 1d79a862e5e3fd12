package dev.dragoman.runtime.mcp.tool;

/** A tool that clients can list and call. */
public interface Tool {

  /** What clients see of it; the same for every caller. */
  ToolDescriptor descriptor();

  /**
   * Runs the tool. Bad input and failures of the API are results with {@code isError}; an exception
   * is a fault of ours and becomes a JSON-RPC internal error without its details. A tool that must
   * ask first answers {@link InputRequired} and is called again.
   *
   * @throws InsufficientScopeException when the caller's access token allows too little
   */
  ToolResponse call(ToolCall call);
}
