package dev.dragoman.runtime.mcp;

import dev.dragoman.runtime.mcp.message.IncomingMessage.Request;
import dev.dragoman.runtime.mcp.message.MessageContext;
import dev.dragoman.runtime.mcp.message.Reply;
import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.mcp.tool.ClientInput;
import dev.dragoman.runtime.mcp.tool.InputRequest;
import dev.dragoman.runtime.mcp.tool.InputRequired;
import dev.dragoman.runtime.mcp.tool.McpTool;
import dev.dragoman.runtime.mcp.tool.ToolCall;
import dev.dragoman.runtime.mcp.tool.ToolJson;
import dev.dragoman.runtime.mcp.tool.ToolResponse;
import dev.dragoman.runtime.trace.TraceContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Up to 2025-11-25: the server sends its own requests to the client and waits for responses. */
final class InitializeToolCalls implements ToolCalls {
  /** A tool that asks more often than this is not going to finish. */
  private static final int MAX_ROUNDS = 5;

  private final ClientRequests questions;

  InitializeToolCalls(ClientRequests questions) {
    this.questions = questions;
  }

  @Override
  public Reply.Answer run(
      Request request, McpTool tool, ObjectNode arguments, MessageContext context) {
    try (ProgressNotifications progress = ProgressNotifications.of(request, context)) {
      CallToolResult result = converse(tool, arguments, context, progress, context.trace(request));
      return Reply.result(request.id(), ToolJson.result(result));
    }
  }

  @Override
  public ObjectNode complete(ObjectNode result) {
    return result;
  }

  private CallToolResult converse(
      McpTool tool,
      ObjectNode arguments,
      MessageContext context,
      ProgressNotifications progress,
      TraceContext trace) {
    ClientInput input = ClientInput.of(context.peer().features());
    for (int round = 0; round <= MAX_ROUNDS; round++) {
      ToolResponse response =
          tool.call(new ToolCall(arguments, context.caller(), input, progress, trace));
      if (response instanceof CallToolResult result) {
        return result;
      }
      InputRequired required = (InputRequired) response;
      if (!input.features().containsAll(required.features())) {
        return CallToolResult.error(required.otherwise());
      }
      Optional<Map<String, ObjectNode>> replies = ask(required, context);
      if (replies.isEmpty()) {
        return CallToolResult.error(
            "The client did not respond to this call's question in time; nothing was done.");
      }
      input = input.answered(replies.get(), required.state());
    }
    return CallToolResult.error("The call requested input too many times; nothing was done.");
  }

  /** Sends the requests one after the other; empty as soon as one gets no response. */
  private Optional<Map<String, ObjectNode>> ask(InputRequired required, MessageContext context) {
    Map<String, ObjectNode> replies = new LinkedHashMap<>();
    for (Map.Entry<String, InputRequest> request : required.requests().entrySet()) {
      Optional<ObjectNode> reply = questions.ask(request.getValue(), context);
      if (reply.isEmpty()) {
        return Optional.empty();
      }
      replies.put(request.getKey(), reply.get());
    }
    return Optional.of(replies);
  }
}
