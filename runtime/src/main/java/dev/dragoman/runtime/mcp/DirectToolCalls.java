package dev.dragoman.runtime.mcp;

import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.limit.CallerLimits;
import dev.dragoman.runtime.mcp.state.RequestStates;
import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.mcp.tool.ClientCapability;
import dev.dragoman.runtime.mcp.tool.ClientInput;
import dev.dragoman.runtime.mcp.tool.InputRequest;
import dev.dragoman.runtime.mcp.tool.InputRequired;
import dev.dragoman.runtime.mcp.tool.InsufficientScopeException;
import dev.dragoman.runtime.mcp.tool.McpTool;
import dev.dragoman.runtime.mcp.tool.ProgressListener;
import dev.dragoman.runtime.mcp.tool.ToolCall;
import dev.dragoman.runtime.mcp.tool.ToolDescriptor;
import dev.dragoman.runtime.mcp.tool.ToolFailure.Reason;
import dev.dragoman.runtime.mcp.tool.ToolResponse;
import dev.dragoman.runtime.trace.TraceContext;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Calls of single tools without the protocol's messages. A caller that a tool asks to confirm gets
 * the question and a token, and calls again with the token; forms need a client of the protocol.
 */
public final class DirectToolCalls {
  private final ToolRegistry tools;
  private final @Nullable RequestStates states;

  DirectToolCalls(ToolRegistry tools, @Nullable RequestStates states) {
    this.tools = tools;
    this.states = states;
  }

  /**
   * The outcome of a call.
   *
   * @param scopes the scopes that the caller's access token lacks the call for; usually empty
   * @param confirmation the token with which the same call is confirmed, if the user has to confirm
   *     it
   * @param retryAfter in how many seconds the call may be tried again, if a limit did not admit it
   */
  public record Outcome(
      CallToolResult result,
      List<String> scopes,
      Optional<String> confirmation,
      OptionalLong retryAfter) {
    public Outcome {
      Objects.requireNonNull(result);
      scopes = List.copyOf(scopes);
      Objects.requireNonNull(confirmation);
    }

    private Outcome(CallToolResult result, List<String> scopes, Optional<String> confirmation) {
      this(result, scopes, confirmation, OptionalLong.empty());
    }

    private Outcome(CallToolResult result) {
      this(result, List.of(), Optional.empty());
    }
  }

  /** The tools that a caller can list, in the order of the list. */
  public List<ToolDescriptor> tools() {
    return tools.descriptors();
  }

  /**
   * Calls a tool; empty if there is none of that name.
   *
   * @param holder whom the limits per caller apply to; compared by {@code equals}
   * @param confirmation the token of an earlier outcome, if the user has confirmed the call
   */
  public Optional<Outcome> call(
      String name,
      ObjectNode arguments,
      Caller caller,
      Object holder,
      Optional<String> confirmation,
      TraceContext trace) {
    return tools
        .find(name)
        .map(tool -> admitted(tool, arguments, caller, holder, confirmation, trace));
  }

  private Outcome admitted(
      McpTool tool,
      ObjectNode arguments,
      Caller caller,
      Object holder,
      Optional<String> confirmation,
      TraceContext trace) {
    CallerLimits.Admission admission = tools.limits().admit(holder);
    if (admission instanceof CallerLimits.Refused refused) {
      return new Outcome(
          tools.limited(refused, tool.descriptor().name(), caller, trace),
          List.of(),
          Optional.empty(),
          OptionalLong.of(refused.seconds()));
    }
    CallerLimits.Admitted admitted = (CallerLimits.Admitted) admission;
    try (admitted) {
      return outcome(
          new CountedTool(tool, tools.limits(), holder), arguments, caller, confirmation, trace);
    }
  }

  private Outcome outcome(
      McpTool tool,
      ObjectNode arguments,
      Caller caller,
      Optional<String> confirmation,
      TraceContext trace) {
    String name = tool.descriptor().name();
    RequestStates.Subject subject = new RequestStates.Subject(caller.identity(), name, arguments);
    Optional<ClientInput> input = input(subject, confirmation);
    if (input.isEmpty()) {
      return new Outcome(
          CallToolResult.error(
              Reason.INVALID_ARGUMENTS,
              "The confirmation was not issued by this server for this call; nothing was done."));
    }
    try {
      ToolResponse response =
          tool.call(new ToolCall(arguments, caller, input.get(), ProgressListener.NONE, trace));
      return response instanceof InputRequired required
          ? asked(required, subject)
          : new Outcome((CallToolResult) response);
    } catch (InsufficientScopeException e) {
      String message = Objects.requireNonNullElse(e.getMessage(), "");
      return new Outcome(
          CallToolResult.error(Reason.REFUSED, message), e.scopes(), Optional.empty());
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      ToolRegistry.logFault(name, e);
      return new Outcome(CallToolResult.error("Internal error in tool " + name + "."));
    }
  }

  /** Empty if the token cannot be one of this call; an old one has the user asked again. */
  private Optional<ClientInput> input(
      RequestStates.Subject subject, Optional<String> confirmation) {
    ClientInput unasked = ClientInput.of(capabilities());
    if (confirmation.isEmpty()) {
      return Optional.of(unasked);
    }
    return states == null
        ? Optional.empty()
        : states
            .open(confirmation.get(), subject)
            .map(opened -> opened.fresh() ? confirmed(unasked, opened.state()) : unasked);
  }

  private Set<ClientCapability> capabilities() {
    return states == null ? Set.of() : Set.of(ClientCapability.ELICITATION);
  }

  /** The state starts with the key of the question, on a line of its own. */
  private static ClientInput confirmed(ClientInput input, String state) {
    int end = state.indexOf('\n');
    if (end < 0) {
      // Issued to a client of the protocol.
      return input;
    }
    ObjectNode reply = JsonNodeFactory.instance.objectNode().put("action", "accept");
    return input.answered(Map.of(state.substring(0, end), reply), state.substring(end + 1));
  }

  private Outcome asked(InputRequired required, RequestStates.Subject subject) {
    Map.Entry<String, InputRequest> first = required.requests().entrySet().iterator().next();
    if (states == null || required.requests().size() > 1 || !first.getValue().isConfirmation()) {
      return new Outcome(
          CallToolResult.error(
              Reason.UNCONFIRMED,
              "The tool "
                  + subject.tool()
                  + " has to ask the user for values, which needs an MCP client that declares the"
                  + " capability \"elicitation\"; nothing was done."));
    }
    String question = first.getValue().params().path("message").asString("");
    String token = states.close(first.getKey() + "\n" + required.state(), subject);
    return new Outcome(
        CallToolResult.error(Reason.UNCONFIRMED, question), List.of(), Optional.of(token));
  }
}
