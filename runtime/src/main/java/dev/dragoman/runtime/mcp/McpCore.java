package dev.dragoman.runtime.mcp;

import dev.dragoman.runtime.limit.CallerLimits;
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
import dev.dragoman.runtime.mcp.tool.ClientCapability;
import dev.dragoman.runtime.mcp.tool.McpTool;
import dev.dragoman.runtime.seal.StateKey;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * An MCP server without a transport: handles messages and returns replies. Supports the stateless
 * protocol (2026-07-28) and the one that starts with {@code initialize} (2025-03-26 to 2025-11-25),
 * and offers tools only. Between messages it keeps only pending requests to clients of the latter
 * and the used request states of the former. Thread-safe.
 *
 * <p>A call is cancelled by interrupting the thread that runs {@link #handle}.
 */
public final class McpCore {
  /** How long a user may take to answer a question; a client's own limits may be shorter. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final StatelessProtocol modern;
  private final InitializeProtocol legacy;
  private final ClientRequests questions = new ClientRequests(PATIENCE);
  private final DirectToolCalls direct;
  private final @Nullable Sessions sessions;

  /**
   * Creates a server with tools, listed in this order, none of which asks for input.
   *
   * @throws IllegalArgumentException if two tools have the same name or an input schema is not for
   *     an object
   */
  public McpCore(ServerInfo info, List<McpTool> tools) {
    this(info, tools, null);
  }

  /**
   * Creates a server with tools and without limits.
   *
   * @param key seals the state that clients carry between two calls; null if no tool asks for input
   * @throws IllegalArgumentException if two tools have the same name or an input schema is not for
   *     an object
   */
  public McpCore(ServerInfo info, List<McpTool> tools, @Nullable StateKey key) {
    this(info, tools, key, CallerLimits.none());
  }

  /**
   * Creates a server with tools.
   *
   * @param key seals the state that clients carry between two calls; null if no tool asks for input
   * @param limits the limits of each caller
   * @throws IllegalArgumentException if two tools have the same name or an input schema is not for
   *     an object
   */
  public McpCore(
      ServerInfo info, List<McpTool> tools, @Nullable StateKey key, CallerLimits limits) {
    this(info, tools, key, limits, RefusedCalls.UNHEARD);
  }

  /**
   * Like the above.
   *
   * @param refused learns of calls that the limits do not admit
   */
  public McpCore(
      ServerInfo info,
      List<McpTool> tools,
      @Nullable StateKey key,
      CallerLimits limits,
      RefusedCalls refused) {
    ServerJson server = new ServerJson(info);
    ToolRegistry toolbox = new ToolRegistry(tools, limits, refused);
    RequestStates states = key == null ? null : new RequestStates(key, Clock.systemUTC());
    this.modern = new StatelessProtocol(server, toolbox, states);
    this.legacy = new InitializeProtocol(server, toolbox, new InitializeToolCalls(questions));
    this.direct = new DirectToolCalls(toolbox, states);
    this.sessions = key == null ? null : new Sessions(key);
  }

  /** Calls of single tools without messages. */
  public DirectToolCalls direct() {
    return direct;
  }

  /**
   * Whether clients need a session: for a transport without connections, on which a client declares
   * its capabilities only once.
   */
  public boolean hasSessions() {
    return sessions != null;
  }

  /** An id for the client that sent {@code initialize}, if it has declared any capability. */
  public Optional<String> openSession(IncomingMessage message) {
    return sessions == null ? Optional.empty() : sessions.open(message);
  }

  /** The capabilities of a session's client; empty if the id was not issued by this server. */
  public Optional<Set<ClientCapability>> session(String id) {
    return sessions == null ? Optional.empty() : sessions.find(id);
  }

  /** The capabilities of a client that sent {@code initialize} on its own connection. */
  public Set<ClientCapability> features(IncomingMessage.Request initialize) {
    return sessions == null ? Set.of() : Sessions.features(initialize);
  }

  /** Refuses a message with a session id that was not issued by this server. */
  public Reply.Answer unknownSession(IncomingMessage message) {
    return Reply.error(
        message instanceof Request request ? request.id() : null,
        ErrorCode.INVALID_REQUEST,
        "Unknown session: start again with \"initialize\".",
        null,
        Reply.Outcome.UNKNOWN_SESSION);
  }

  /** Reads a message. An invalid one is returned as {@link Broken}. */
  public IncomingMessage read(byte[] json) {
    return MessageReader.read(json);
  }

  /** Handles a message; blocks while a tool runs. */
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

  /** Refuses a message with an unsupported protocol version. */
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
   * Batches exist in 2025-03-26 only, and never contain {@code initialize}. A call in a batch that
   * lacks scopes is reported in its own result only: if the whole batch were refused, a client
   * would resend it, including the calls that were already made.
   */
  private Reply batch(Batch batch, MessageContext context) {
    if (context.version() != ProtocolVersion.V2025_03_26) {
      return Reply.malformed(
          null,
          ErrorCode.INVALID_REQUEST,
          "Invalid request: this protocol version does not support batches.");
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
