package dev.dragoman.runtime.mcp.tool;

import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.trace.TraceContext;
import java.util.Objects;
import tools.jackson.databind.node.ObjectNode;

/**
 * One tool call.
 *
 * @param arguments the arguments as sent by the client
 * @param caller the caller
 * @param input the client's capabilities, and its responses if it was asked
 * @param progress receives the progress of the call
 * @param trace the trace that the call belongs to
 * @param allowance counts further calls that the tool makes for its caller
 */
public record ToolCall(
    ObjectNode arguments,
    Caller caller,
    ClientInput input,
    ProgressListener progress,
    TraceContext trace,
    CallAllowance allowance) {
  public ToolCall {
    Objects.requireNonNull(allowance);
    Objects.requireNonNull(trace);
    Objects.requireNonNull(arguments);
    Objects.requireNonNull(caller);
    Objects.requireNonNull(input);
    Objects.requireNonNull(progress);
  }

  /** A call that counts as one, whatever the tool does. */
  public ToolCall(
      ObjectNode arguments,
      Caller caller,
      ClientInput input,
      ProgressListener progress,
      TraceContext trace) {
    this(arguments, caller, input, progress, trace, CallAllowance.UNLIMITED);
  }

  /** This call with an allowance for what the tool does. */
  public ToolCall counted(CallAllowance calls) {
    return new ToolCall(arguments, caller, input, progress, trace, calls);
  }

  /** This call on behalf of one of the callers that its own caller consists of. */
  public ToolCall by(Caller other) {
    return new ToolCall(arguments, other, input, progress, trace, allowance);
  }

  /** This call with other arguments. */
  public ToolCall with(ObjectNode others) {
    return new ToolCall(others, caller, input, progress, trace, allowance);
  }

  /** A call without a trace. */
  public ToolCall(
      ObjectNode arguments, Caller caller, ClientInput input, ProgressListener progress) {
    this(arguments, caller, input, progress, TraceContext.NONE);
  }

  /** A call whose progress is of no interest. */
  public ToolCall(ObjectNode arguments, Caller caller, ClientInput input) {
    this(arguments, caller, input, ProgressListener.NONE);
  }

  /** A call from a client without capabilities. */
  public ToolCall(ObjectNode arguments, Caller caller) {
    this(arguments, caller, ClientInput.none());
  }
}
