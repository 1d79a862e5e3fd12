package dev.dragoman.runtime.transport.http;

import dev.dragoman.runtime.auth.Narrowing;
import dev.dragoman.runtime.mcp.McpCore;
import dev.dragoman.runtime.mcp.message.ClientPeer;
import dev.dragoman.runtime.mcp.message.ErrorCode;
import dev.dragoman.runtime.mcp.message.IncomingMessage;
import dev.dragoman.runtime.mcp.message.ProtocolVersion;
import dev.dragoman.runtime.mcp.message.Reply;
import dev.dragoman.runtime.server.http.HttpExchange;
import java.util.List;
import java.util.Optional;

/** The MCP endpoint: each POST contains one message. */
final class Endpoint implements Intake.Work {
  /** The version of a client that declares none (MCP 2025-06-18, "Protocol Version Header"). */
  private static final String UNNAMED_VERSION = "2025-03-26";

  private final McpCore core;
  private final Intake intake;
  private final Tags tags;

  Endpoint(McpCore core, Intake intake, Tags tags) {
    this.core = core;
    this.intake = intake;
    this.tags = tags;
  }

  void handle(HttpExchange exchange, EndpointPath path) {
    Optional<String> tag = path.tag().flatMap(tags::find);
    if (path.tag().isPresent() && tag.isEmpty()) {
      refuse(
          exchange,
          Status.NOT_FOUND,
          Optional.of("No operation has the tag in this URL. The tags: " + tags.list() + "."));
      return;
    }
    intake.post(exchange, new Narrowing(path.readOnly(), tag), this);
  }

  @Override
  public void refuse(HttpExchange exchange, int status, Optional<String> detail) {
    if (detail.isEmpty()) {
      HttpResponses.status(exchange, status);
    } else {
      byte[] body = Reply.malformed(null, ErrorCode.INVALID_REQUEST, detail.get()).bytes();
      HttpResponses.json(exchange, status, body);
    }
  }

  /**
   * A response to a question is always accepted: it lets a call continue that already has a slot.
   */
  @Override
  public boolean isUrgent(HttpExchange exchange, byte[] body) {
    return core.hasSessions()
        && !exchange.headers(ClientSession.HEADER).isEmpty()
        && read(body) instanceof IncomingMessage.Response;
  }

  @Override
  public Intake.Ending process(
      HttpExchange exchange, CallResponse response, Intake.Sender sender, byte[] body) {
    return new Message(work(exchange, response, sender, body));
  }

  /** The reply to a message. */
  private record Message(Reply reply) implements Intake.Ending {
    @Override
    public List<String> scopes() {
      return reply instanceof Reply.Answer answer ? answer.scopes() : List.of();
    }

    @Override
    public void send(CallResponse response) {
      response.finish(reply);
    }
  }

  /** Produces the reply. */
  private Reply work(
      HttpExchange exchange, CallResponse response, Intake.Sender sender, byte[] body) {
    IncomingMessage message = read(body);
    if (message instanceof IncomingMessage.Request && acceptsStream(exchange)) {
      response.allowStream();
    }
    ClientSession session = ClientSession.of(core, exchange, message);
    if (session.isUnknown()) {
      return core.unknownSession(message);
    }
    session.open(message, exchange);
    return reply(exchange, message, sender, session.peer(response));
  }

  private IncomingMessage read(byte[] body) {
    return intake.parse(body, core::read);
  }

  /** Checks the version first, because it determines the rules for everything else. */
  private Reply reply(
      HttpExchange exchange, IncomingMessage message, Intake.Sender sender, ClientPeer peer) {
    if (message instanceof IncomingMessage.Request request) {
      Optional<String> mismatch =
          request
              .declaredVersion()
              .flatMap(declared -> ModernHeaders.mismatch(exchange, request, declared));
      if (mismatch.isPresent()) {
        return Reply.malformed(request.id(), ErrorCode.HEADER_MISMATCH, mismatch.get());
      }
    }
    List<String> versions = exchange.headers(ModernHeaders.VERSION);
    String named = versions.isEmpty() ? UNNAMED_VERSION : String.join(", ", versions);
    return ProtocolVersion.of(named)
        .map(
            version ->
                core.handle(message, sender.context(version, peer, ToolsEndpoint.trace(exchange))))
        .orElseGet(() -> core.unsupportedVersion(message, named));
  }

  private static boolean acceptsStream(HttpExchange exchange) {
    return exchange.headers("Accept").stream()
        .anyMatch(value -> value.contains("text/event-stream"));
  }
}
