package dev.dragoman.runtime.mcp.tool;

import dev.dragoman.runtime.Caller;
import java.util.Objects;
import tools.jackson.databind.node.ObjectNode;

/**
 * One tool call.
 *
 * @param arguments the arguments as sent by the client
 * @param caller the caller
 * @param input the client's capabilities, and its responses if it was asked
 */
public record ToolCall(ObjectNode arguments, Caller caller, ClientInput input) {
  public ToolCall {
    Objects.requireNonNull(arguments);
    Objects.requireNonNull(caller);
    Objects.requireNonNull(input);
  }

  /** A call from a client without capabilities. */
  public ToolCall(ObjectNode arguments, Caller caller) {
    this(arguments, caller, ClientInput.none());
  }
}
