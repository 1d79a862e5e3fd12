package dev.dragoman.runtime.mcp;

import dev.dragoman.runtime.mcp.message.ErrorCode;
import dev.dragoman.runtime.mcp.message.IncomingMessage.Request;
import dev.dragoman.runtime.mcp.message.MessageContext;
import dev.dragoman.runtime.mcp.message.Meta;
import dev.dragoman.runtime.mcp.message.Reply;
import dev.dragoman.runtime.mcp.state.RequestStates;
import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.mcp.tool.ClientCapability;
import dev.dragoman.runtime.mcp.tool.ClientInput;
import dev.dragoman.runtime.mcp.tool.InputRequired;
import dev.dragoman.runtime.mcp.tool.McpTool;
import dev.dragoman.runtime.mcp.tool.ToolCall;
import dev.dragoman.runtime.mcp.tool.ToolJson;
import dev.dragoman.runtime.mcp.tool.ToolResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** 2026-07-28: a question is a result, and the client repeats the call with the responses. */
final class StatelessToolCalls implements ToolCalls {
  private final @Nullable RequestStates states;
  private final UnaryOperator<ObjectNode> era;

  /**
   * Creates the dialogue.
   *
   * @param states null if no tool asks for input
   * @param era adds the members common to all results
   */
  StatelessToolCalls(@Nullable RequestStates states, UnaryOperator<ObjectNode> era) {
    this.states = states;
    this.era = era;
  }

  @Override
  public Reply.Answer run(
      Request request, McpTool tool, ObjectNode arguments, MessageContext context) {
    RequestStates.Subject subject =
        new RequestStates.Subject(context.caller().identity(), tool.descriptor().name(), arguments);
    Optional<ClientInput> input = input(request, subject);
    if (input.isEmpty()) {
      return Reply.failed(
          request.id(),
          ErrorCode.INVALID_PARAMS,
          "\"requestState\" was not issued by this server for this call, or \"inputResponses\""
              + " does not contain an object for each key.");
    }
    ToolResponse response;
    try (ProgressNotifications progress = ProgressNotifications.of(request, context)) {
      response =
          tool.call(
              new ToolCall(
                  arguments, context.caller(), input.get(), progress, context.trace(request)));
    }
    if (response instanceof InputRequired required) {
      return input.get().features().containsAll(required.features())
          ? Reply.result(request.id(), ask(required, subject))
          : missing(request, required);
    }
    return Reply.result(request.id(), complete(ToolJson.result((CallToolResult) response)));
  }

  @Override
  public ObjectNode complete(ObjectNode result) {
    return era.apply(result);
  }

  private ObjectNode ask(InputRequired required, RequestStates.Subject subject) {
    if (states == null) {
      throw new IllegalStateException("a tool requests input, but there is no key for its state");
    }
    ObjectNode result =
        complete(JsonNodeFactory.instance.objectNode()).put("resultType", "input_required");
    ObjectNode requests = result.putObject("inputRequests");
    required.requests().forEach((key, request) -> requests.set(key, request.json()));
    return result.put("requestState", states.close(required.state(), subject));
  }

  private static Reply.Answer missing(Request request, InputRequired required) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.set("requiredCapabilities", ClientCapability.asCapabilities(required.features()));
    return Reply.error(
        request.id(),
        ErrorCode.MISSING_CLIENT_CAPABILITY,
        required.otherwise(),
        data,
        Reply.Outcome.MALFORMED);
  }

  /** Empty if the returned state cannot be the one the client was given. */
  private Optional<ClientInput> input(Request request, RequestStates.Subject subject) {
    Set<ClientCapability> features =
        ClientCapability.declaredIn(request.params().path("_meta").path(Meta.CLIENT_CAPABILITIES));
    JsonNode sealed = request.params().get("requestState");
    JsonNode responses = request.params().get("inputResponses");
    Optional<Map<String, ObjectNode>> replies =
        responses == null ? Optional.of(Map.of()) : replies(responses);
    if (sealed == null || replies.isEmpty()) {
      return replies.map(given -> new ClientInput(features, given, Optional.empty()));
    }
    if (states == null || !sealed.isString()) {
      return Optional.empty();
    }
    return states
        .open(sealed.stringValue(), subject)
        .map(
            opened ->
                opened.fresh()
                    ? ClientInput.of(features).answered(replies.get(), opened.state())
                    : ClientInput.of(features));
  }

  private static Optional<Map<String, ObjectNode>> replies(JsonNode responses) {
    Map<String, ObjectNode> replies = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> response : responses.properties()) {
      if (!(response.getValue() instanceof ObjectNode reply)) {
        return Optional.empty();
      }
      replies.put(response.getKey(), reply);
    }
    return responses.isObject() ? Optional.of(replies) : Optional.empty();
  }
}
