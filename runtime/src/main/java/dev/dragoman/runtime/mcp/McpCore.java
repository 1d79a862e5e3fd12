package dev.dragoman.runtime.mcp;

import dev.dragoman.runtime.mcp.message.ErrorCode;
import dev.dragoman.runtime.mcp.message.IncomingMessage;
import dev.dragoman.runtime.mcp.message.IncomingMessage.Batch;
import dev.dragoman.runtime.mcp.message.IncomingMessage.Broken;
import dev.dragoman.runtime.mcp.message.IncomingMessage.Request;
import dev.dragoman.runtime.mcp.message.MessageContext;
import dev.dragoman.runtime.mcp.message.MessageReader;
import dev.dragoman.runtime.mcp.message.ProtocolVersion;
import dev.dragoman.runtime.mcp.message.Reply;
import dev.dragoman.runtime.mcp.state.RequestStates;
import dev.dragoman.runtime.mcp.state.Sessions;
import dev.dragoman.runtime.mcp.state.StateKey;
import dev.dragoman.runtime.mcp.tool.ClientCapability;
import dev.dragoman.runtime.mcp.tool.Tool;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * An MCP server without a transport: messages in, replies out. Speaks the stateless line
 * (2026-07-28) and the one that starts with {@code initialize} (2025-03-26 to 2025-11-25), and
 * offers tools only. Between messages it keeps nothing but the questions that clients of the latter
 * have not answered yet and the request states of the former that were used. Safe for use by many
 * threads.
 *
 * <p>A call is cancelled by interrupting the thread that runs {@link #handle}.
 */
public final class McpCore {
  /** How long a user may think about a question; a client's own limits may be shorter. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final StatelessProtocol modern;
  private final InitializeProtocol legacy;
  private final ClientRequests questions = new ClientRequests(PATIENCE);
  private final @Nullable Sessions sessions;

  /**
   * A server with these tools, listed in this order, of which none asks for input.
   *
   * @throws IllegalArgumentException when two tools have one name or an input schema is no object's
   */
  public McpCore(ServerInfo info, List<Tool> tools) {
    this(info, tools, null);
  }

  /**
   * A server with these tools.
   *
   * @param key seals what clients carry between two calls; null when no tool asks for input
   * @throws IllegalArgumentException when two tools have one name or an input schema is no object's
   */
  public McpCore(ServerInfo info, List<Tool> tools, @Nullable StateKey key) {
    ServerJson server = new ServerJson(info);
    ToolRegistry toolbox = new ToolRegistry(tools);
    RequestStates states = key == null ? null : new RequestStates(key, Clock.systemUTC());
    this.modern = new StatelessProtocol(server, toolbox, states);
    this.legacy = new InitializeProtocol(server, toolbox, new InitializeToolCalls(questions));
    this.sessions = key == null ? null : new Sessions(key);
  }

  /**
   * Whether clients are told apart: for a transport without connections, on which a client says
   * only once what it can be asked.
   */
  public boolean hasSessions() {
    return sessions != null;
  }

  /** An id for the client that sent {@code initialize}, if it can be asked anything. */
  public Optional<String> openSession(IncomingMessage message) {
    return sessions == null ? Optional.empty() : sessions.open(message);
  }

  /** What the client of a session can be asked; empty when the id is not of this server. */
  public Optional<Set<ClientCapability>> session(String id) {
    return sessions == null ? Optional.empty() : sessions.find(id);
  }

  /** What a client can be asked that sent {@code initialize} on a connection of its own. */
  public Set<ClientCapability> features(IncomingMessage.Request initialize) {
    return sessions == null ? Set.of() : Sessions.features(initialize);
  }

  /** Refuses a message of a session that is not of this server. */
  public Reply.Answer unknownSession(IncomingMessage message) {
    return Reply.error(
        message instanceof Request request ? request.id() : null,
        ErrorCode.INVALID_REQUEST,
        "Unknown session: start again with \"initialize\".",
        null,
        Reply.Outcome.UNKNOWN_SESSION);
  }

  /** Reads a message. What is none comes back as {@link Broken}. */
  public IncomingMessage read(byte[] json) {
    return MessageReader.read(json);
  }

  /** Does what a message asks for; blocks while a tool runs. */
  public Reply handle(IncomingMessage message, MessageContext context) {
    if (message instanceof Request request) {
      return request(request, context);
    } else if (message instanceof Batch batch) {
      return batch(batch, context);
    } else if (message instanceof Broken broken) {
      return Reply.malformed(broken.id(), broken.code(), broken.message());
    } else if (message instanceof IncomingMessage.Response response) {
      questions.answer(response, context);
    }
    return new Reply.Accepted();
  }

  /** Refuses a message for a protocol version not spoken here. */
  public Reply.Answer unsupportedVersion(IncomingMessage message, String version) {
    return StatelessProtocol.unsupported(
        message instanceof Request request ? request.id() : null, version);
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
    ArrayNode answers = JsonNodeFactory.instance.objectNode().arrayNode();
    for (IncomingMessage message : batch.messages()) {
      if (inBatch(message, context) instanceof Reply.Answer answer) {
        answers.add(answer.body());
      }
    }
    return answers.isEmpty()
        ? new Reply.Accepted()
        : new Reply.Answer(answers, Reply.Outcome.UNDERSTOOD);
  }

  private Reply inBatch(IncomingMessage message, MessageContext context) {
    if (message instanceof Request request
        && (request.looksModern() || request.method().equals("initialize"))) {
      return Reply.failed(
          request.id(), ErrorCode.INVALID_REQUEST, "Invalid request: not allowed in a batch.");
    }
    return handle(message, context);
  }
}
