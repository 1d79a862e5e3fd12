package dev.dragoman.runtime.mcp;

import dev.dragoman.runtime.mcp.Incoming.Batch;
import dev.dragoman.runtime.mcp.Incoming.Broken;
import dev.dragoman.runtime.mcp.Incoming.Request;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;

/**
 * An MCP server without a transport: messages in, replies out. Speaks the stateless line
 * (2026-07-28) and the one that starts with {@code initialize} (2025-03-26 to 2025-11-25), and
 * offers tools only. Keeps nothing between messages; safe for use by many threads.
 *
 * <p>A call is cancelled by interrupting the thread that runs {@link #handle}. A tool that must ask
 * the user would answer with another kind of {@link ToolResult}, which {@link ModernEra} alone
 * would have to know.
 */
public final class McpCore {
  private final ModernEra modern;
  private final LegacyEra legacy;

  /**
   * A server with these tools, listed in this order.
   *
   * @throws IllegalArgumentException when two tools have one name or an input schema is no object's
   */
  public McpCore(ServerInfo info, List<Tool> tools) {
    ServerJson server = new ServerJson(info);
    Toolbox toolbox = new Toolbox(tools);
    this.modern = new ModernEra(server, toolbox);
    this.legacy = new LegacyEra(server, toolbox);
  }

  /** Reads a message. What is none comes back as {@link Broken}. */
  public Incoming read(byte[] json) {
    return MessageReader.read(json);
  }

  /** Does what a message asks for; blocks while a tool runs. */
  public Reply handle(Incoming message, MessageContext context) {
    if (message instanceof Request request) {
      return request(request, context);
    } else if (message instanceof Batch batch) {
      return batch(batch, context);
    } else if (message instanceof Broken broken) {
      return Reply.malformed(broken.id(), broken.code(), broken.message());
    }
    return new Reply.Accepted();
  }

  /** Refuses a message for a protocol version not spoken here. */
  public Reply.Answer unsupportedVersion(Incoming message, String version) {
    return ModernEra.unsupported(message instanceof Request request ? request.id() : null, version);
  }

  private Reply request(Request request, MessageContext context) {
    ProtocolVersion version = context.version();
    return request.looksModern() || (version != null && version.isModern())
        ? modern.handle(request, context)
        : legacy.handle(request, context);
  }

  /**
   * Batches were in 2025-03-26 only, and never held {@code initialize}. A call in one that lacks
   * scopes says so in its result alone: were the whole batch refused, a client would send it again,
   * with the calls that were made.
   */
  private Reply batch(Batch batch, MessageContext context) {
    if (context.version() != ProtocolVersion.V2025_03_26) {
      return Reply.malformed(
          null, ErrorCode.INVALID_REQUEST, "Invalid request: this version has no batches.");
    }
    ArrayNode answers = Json.object().arrayNode();
    for (Incoming message : batch.messages()) {
      if (inBatch(message, context) instanceof Reply.Answer answer) {
        answers.add(answer.body());
      }
    }
    return answers.isEmpty()
        ? new Reply.Accepted()
        : new Reply.Answer(answers, Reply.Outcome.UNDERSTOOD);
  }

  private Reply inBatch(Incoming message, MessageContext context) {
    if (message instanceof Request request
        && (request.looksModern() || request.method().equals("initialize"))) {
      return Reply.failed(
          request.id(), ErrorCode.INVALID_REQUEST, "Invalid request: not allowed in a batch.");
    }
    return handle(message, context);
  }
}
