package dev.dragoman.runtime.mcp;

import dev.dragoman.runtime.mcp.message.IncomingMessage.Request;
import dev.dragoman.runtime.mcp.message.MessageContext;
import dev.dragoman.runtime.mcp.message.Reply;
import dev.dragoman.runtime.mcp.tool.Tool;
import tools.jackson.databind.node.ObjectNode;

/** How an era of the protocol runs a tool that may have to ask in between. */
interface ToolCalls {

  /** Runs the tool, and asks or lets ask what it wants to know. */
  Reply.Answer run(Request request, Tool tool, ObjectNode arguments, MessageContext context);

  /** The result with what every result of the era has. */
  ObjectNode complete(ObjectNode result);
}
