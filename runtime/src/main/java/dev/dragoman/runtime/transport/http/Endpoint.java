package dev.dragoman.runtime.transport.http;

import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.auth.AccessRefusedException;
import dev.dragoman.runtime.auth.CallerResolver;
import dev.dragoman.runtime.limit.Places;
import dev.dragoman.runtime.mcp.McpCore;
import dev.dragoman.runtime.mcp.message.ClientPeer;
import dev.dragoman.runtime.mcp.message.ErrorCode;
import dev.dragoman.runtime.mcp.message.IncomingMessage;
import dev.dragoman.runtime.mcp.message.MessageContext;
import dev.dragoman.runtime.mcp.message.ProtocolVersion;
import dev.dragoman.runtime.mcp.message.Reply;
import dev.dragoman.runtime.metrics.Counter;
import dev.dragoman.runtime.metrics.Metrics;
import dev.dragoman.runtime.server.http.HttpExchange;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The MCP endpoint: each POST contains one message. */
final class Endpoint {
  private static final Logger log = LoggerFactory.getLogger(Endpoint.class);

  /** The version of a client that declares none (MCP 2025-06-18, "Protocol Version Header"). */
  private static final String UNNAMED_VERSION = "2025-03-26";

  /** How many bodies of maximum size may be in memory; a typical body is a thousandth of that. */
  private static final long FULL_BODIES = 16;

  /** How much of the body is read if a request is refused because of its headers. */
  private static final int DRAINED_BYTES = 64 * 1024;

  /** Beyond this length, the memory for parsing a message is significant. */
  private static final int LONG_BODY = 256 * 1024;

  private static final long HEAP_OF_A_LONG_BODY = 256L * 1024 * 1024;

  private final HttpOptions options;
  private final McpCore core;
  private final CallerResolver callers;
  private final Places inFlight;
  private final ByteBudget bodies;
  private final Semaphore longBodies;
  private final Counter refusals;
  private final Set<CallResponse> running = ConcurrentHashMap.newKeySet();

  Endpoint(HttpOptions options, McpCore core, CallerResolver callers, Metrics metrics) {
    this.options = options;
    this.core = core;
    this.callers = callers;
    this.inFlight = new Places(options.maxInFlight());
    this.bodies = new ByteBudget(budget(options));
    this.longBodies =
        new Semaphore(
            (int)
                Math.max(1, Math.min(64, Runtime.getRuntime().maxMemory() / HEAP_OF_A_LONG_BODY)));
    this.refusals =
        metrics.counter("dragoman_http_refusals_total", "Requests that were refused.", "status");
    metrics.gauge("dragoman_http_in_flight", "Messages that are being processed.", inFlight::taken);
  }

  /**
   * At most an eighth of the heap, because a parsed body takes several times its size. One sender
   * gets half, which has to suffice for one body of maximum size.
   */
  private static long budget(HttpOptions options) {
    long heap = Runtime.getRuntime().maxMemory();
    return Math.max(
        2L * options.maxBodyBytes(), Math.min(FULL_BODIES * options.maxBodyBytes(), heap / 8));
  }

  void handle(HttpExchange exchange) {
    if (!exchange.method().equals("POST")) {
      exchange.header("Allow", "POST");
      HttpResponses.status(exchange, Status.METHOD_NOT_ALLOWED);
      return;
    }
    if (!isJson(exchange)) {
      HttpResponses.status(exchange, Status.UNSUPPORTED_MEDIA_TYPE);
      return;
    }
    Caller caller;
    try {
      caller = callers.resolve(exchange::headers);
    } catch (AccessRefusedException e) {
      refuseAfterBody(exchange, e);
      return;
    }
    receive(exchange, caller);
  }

  /** Whether the content is uncompressed JSON in UTF-8 (RFC 8259, section 8.1). */
  private static boolean isJson(HttpExchange exchange) {
    List<String> types = exchange.headers("Content-Type");
    if (types.size() != 1 || !exchange.headers("Content-Encoding").isEmpty()) {
      return false;
    }
    String type = types.get(0).toLowerCase(Locale.ROOT).replaceAll("[\\s\"]", "");
    return type.equals("application/json") || type.equals("application/json;charset=utf-8");
  }

  /**
   * Reads a body of typical size before refusing: clients retry on the same connection with a
   * token, and a connection whose request was not read is closed.
   */
  private void refuseAfterBody(HttpExchange exchange, AccessRefusedException refusal) {
    new BodyReader(
            exchange,
            Math.min(DRAINED_BYTES, options.maxBodyBytes()),
            bodies.share(exchange.network()),
            body -> refuse(exchange, refusal),
            status -> {
              exchange.header("Connection", "close");
              refuse(exchange, refusal);
            })
        .start(options.receiveTimeout());
  }

  private static void refuse(HttpExchange exchange, AccessRefusedException e) {
    e.challenge().ifPresent(value -> exchange.header("WWW-Authenticate", value));
    e.retryAfter()
        .map(time -> Math.max(1, time.plusMillis(999).toSeconds()))
        .ifPresent(seconds -> exchange.header("Retry-After", Long.toString(seconds)));
    String message = Objects.requireNonNullElse(e.getMessage(), "Access refused.");
    byte[] body = Reply.malformed(null, ErrorCode.INVALID_REQUEST, message).bytes();
    HttpResponses.json(exchange, e.status(), body);
  }

  int running() {
    return running.size();
  }

  /** Interrupts calls that are still running after the server has stopped. */
  void cancelAll() {
    running.forEach(CallResponse::cancel);
  }

  private void receive(HttpExchange exchange, Caller caller) {
    Object sender = caller.isAnonymous() ? exchange.network() : caller.owner();
    new BodyReader(
            exchange,
            options.maxBodyBytes(),
            bodies.share(sender),
            body -> answer(exchange, caller, sender, body),
            status -> refuse(exchange, status))
        .start(options.receiveTimeout());
  }

  private void refuse(HttpExchange exchange, int status) {
    refusals.count(String.valueOf(status));
    if (status == Status.SERVICE_UNAVAILABLE) {
      exchange.header("Retry-After", "1");
    }
    HttpResponses.status(exchange, status);
  }

  private void answer(HttpExchange exchange, Caller caller, Object sender, byte[] body) {
    boolean placed = inFlight.tryTake(sender);
    if (!placed && !isReply(exchange, body)) {
      refuse(exchange, Status.SERVICE_UNAVAILABLE);
      return;
    }
    CallResponse response = new CallResponse(exchange, options);
    exchange.processing();
    running.add(response);
    try {
      Runnable done = placed ? () -> inFlight.release(sender) : () -> {};
      Reply reply = placed(() -> work(exchange, response, caller, body), done);
      if (reply instanceof Reply.Answer refused && !refused.scopes().isEmpty()) {
        callers.insufficientScope(caller, refused.scopes()).ifPresent(response::challenge);
      }
      exchange.responding();
      response.finish(reply);
    } catch (RuntimeException | Error e) {
      log.error("Failed to handle a message: {}", e.getClass().getName());
      response.abort(e);
    } finally {
      running.remove(response);
    }
  }

  /**
   * Returns the reply after its slot has been released, so that the client cannot receive it
   * before.
   */
  private static Reply placed(Supplier<Reply> work, Runnable done) {
    try {
      return work.get();
    } finally {
      done.run();
    }
  }

  /**
   * A response to a question is always accepted: it lets a call continue that already has a slot.
   */
  private boolean isReply(HttpExchange exchange, byte[] body) {
    return core.hasSessions()
        && !exchange.headers(ClientSession.HEADER).isEmpty()
        && read(body) instanceof IncomingMessage.Response;
  }

  /** Produces the reply. */
  private Reply work(HttpExchange exchange, CallResponse response, Caller caller, byte[] body) {
    IncomingMessage message = read(body);
    if (message instanceof IncomingMessage.Request && acceptsStream(exchange)) {
      response.allowStream();
    }
    ClientSession session = ClientSession.of(core, exchange, message);
    if (session.isUnknown()) {
      return core.unknownSession(message);
    }
    session.open(message, exchange);
    return reply(exchange, message, caller, session.peer(response));
  }

  /** Parses a message; long ones one at a time, or a few at a time if there is much memory. */
  private IncomingMessage read(byte[] body) {
    if (body.length <= LONG_BODY) {
      return core.read(body);
    }
    longBodies.acquireUninterruptibly();
    try {
      return core.read(body);
    } finally {
      longBodies.release();
    }
  }

  /** Checks the version first, because it determines the rules for everything else. */
  private Reply reply(
      HttpExchange exchange, IncomingMessage message, Caller caller, ClientPeer peer) {
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
        .map(version -> core.handle(message, new MessageContext(caller, version, peer)))
        .orElseGet(() -> core.unsupportedVersion(message, named));
  }

  private static boolean acceptsStream(HttpExchange exchange) {
    return exchange.headers("Accept").stream()
        .anyMatch(value -> value.contains("text/event-stream"));
  }
}
