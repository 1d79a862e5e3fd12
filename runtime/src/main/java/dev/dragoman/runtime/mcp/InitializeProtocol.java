package dev.dragoman.runtime.mcp;

import dev.dragoman.runtime.mcp.message.ErrorCode;
import dev.dragoman.runtime.mcp.message.IncomingMessage.Request;
import dev.dragoman.runtime.mcp.message.MessageContext;
import dev.dragoman.runtime.mcp.message.ProtocolVersion;
import dev.dragoman.runtime.mcp.message.Reply;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The protocol that starts with {@code initialize}, 2025-03-26 to 2025-11-25. */
final class InitializeProtocol {
  private final ServerJson server;
  private final ToolRegistry tools;
  private final ToolCalls dialogue;

  InitializeProtocol(ServerJson server, ToolRegistry tools, ToolCalls dialogue) {
    this.server = server;
    this.tools = tools;
    this.dialogue = dialogue;
  }

  Reply.Answer handle(Request request, MessageContext context) {
    return switch (request.method()) {
      case "initialize" -> initialize(request);
      case "ping" -> Reply.result(request.id(), JsonNodeFactory.instance.objectNode());
      case "tools/list" -> tools.list(request, context, UnaryOperator.identity());
      case "tools/call" -> tools.call(request, context, dialogue);
      default -> Reply.failed(request.id(), ErrorCode.METHOD_NOT_FOUND, "Method not found.");
    };
  }

  private Reply.Answer initialize(Request request) {
    JsonNode asked = request.params().path("protocolVersion");
    if (!asked.isString()) {
      return Reply.failed(
          request.id(), ErrorCode.INVALID_PARAMS, "\"protocolVersion\" must be a string.");
    }
    ProtocolVersion agreed = ProtocolVersion.agreedFor(asked.stringValue());
    return Reply.result(request.id(), server.initialization(agreed));
  }
}
