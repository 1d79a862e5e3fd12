package dev.dragoman.runtime.mcp;

import dev.dragoman.runtime.Caller;
import java.util.Objects;
import tools.jackson.databind.node.ObjectNode;

/**
 * One call of a tool.
 *
 * @param arguments as the client sent them
 * @param caller who calls
 */
public record ToolCall(ObjectNode arguments, Caller caller) {
  public ToolCall {
    Objects.requireNonNull(arguments);
    Objects.requireNonNull(caller);
  }
}
