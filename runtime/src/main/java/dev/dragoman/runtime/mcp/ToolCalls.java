package dev.dragoman.runtime.mcp;

import dev.dragoman.runtime.mcp.message.IncomingMessage.Request;
import dev.dragoman.runtime.mcp.message.MessageContext;
import dev.dragoman.runtime.mcp.message.Reply;
import dev.dragoman.runtime.mcp.tool.McpTool;
import tools.jackson.databind.node.ObjectNode;

/** How a version of the protocol runs a tool that may request input. */
interface ToolCalls {

  /** Runs the tool and requests the input it needs. */
  Reply.Answer run(Request request, McpTool tool, ObjectNode arguments, MessageContext context);

  /** The result with the members common to all results of the protocol version. */
  ObjectNode complete(ObjectNode result);
}
