package dev.dragoman.runtime.mcp.tool;

import dev.dragoman.runtime.Caller;
import java.util.Objects;
import tools.jackson.databind.node.ObjectNode;

/**
 * One call of a tool.
 *
 * @param arguments as the client sent them
 * @param caller who calls
 * @param input what the client can be asked, and its replies if it was
 */
public record ToolCall(ObjectNode arguments, Caller caller, ClientInput input) {
  public ToolCall {
    Objects.requireNonNull(arguments);
    Objects.requireNonNull(caller);
    Objects.requireNonNull(input);
  }

  /** A call of a client that cannot be asked anything. */
  public ToolCall(ObjectNode arguments, Caller caller) {
    this(arguments, caller, ClientInput.none());
  }
}
