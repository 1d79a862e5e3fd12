package dev.dragoman.runtime.transport.http;

import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.auth.AccessRefusedException;
import dev.dragoman.runtime.auth.CallerResolver;
import dev.dragoman.runtime.auth.Narrowing;
import dev.dragoman.runtime.limit.Places;
import dev.dragoman.runtime.mcp.message.ClientPeer;
import dev.dragoman.runtime.mcp.message.MessageContext;
import dev.dragoman.runtime.mcp.message.ProtocolVersion;
import dev.dragoman.runtime.metrics.Counter;
import dev.dragoman.runtime.metrics.Metrics;
import dev.dragoman.runtime.server.http.HttpExchange;
import dev.dragoman.runtime.trace.TraceContext;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Admits POSTs with JSON: determines the caller, receives the body and finds a slot, within limits
 * that all paths share.
 */
final class Intake {
  private static final Logger log = LoggerFactory.getLogger(Intake.class);

  private static final String JSON = "application/json";

  /** White space and quotes of a media type, whose parameters have one meaning here. */
  private static final Pattern IGNORED = Pattern.compile("[\\s\"]");

  /** How many bodies of maximum size may be in memory; a typical body is a thousandth of that. */
  private static final long FULL_BODIES = 16;

  /** How much of the body is read if a request is refused because of its headers. */
  private static final int DRAINED_BYTES = 64 * 1024;

  /** Beyond this length, the memory for parsing a message is significant. */
  private static final int LONG_BODY = 256 * 1024;

  private static final long HEAP_OF_A_LONG_BODY = 256L * 1024 * 1024;

  private final HttpOptions options;
  private final CallerResolver callers;
  private final Places inFlight;
  private final ByteBudget bodies;
  private final Semaphore longBodies;
  private final Counter refusals;
  private final Set<CallResponse> running = ConcurrentHashMap.newKeySet();

  Intake(HttpOptions options, CallerResolver callers, Metrics metrics) {
    this.options = options;
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
   * The sender of a request.
   *
   * @param holder whom limits per caller apply to: the owner of the caller's credentials; without
   *     any, its network
   */
  record Sender(Caller caller, Object holder) {

    static Sender of(HttpExchange exchange, Caller caller) {
      return new Sender(caller, caller.isAnonymous() ? exchange.network() : caller.owner());
    }

    MessageContext context(ProtocolVersion version, ClientPeer peer, TraceContext trace) {
      return new MessageContext(caller, holder, version, peer, trace);
    }
  }

  /** What admitted requests are for. */
  interface Work {

    /** Whether a request is processed even if no slot is free. */
    default boolean isUrgent(HttpExchange exchange, byte[] body) {
      return false;
    }

    /** Processes a request; blocks as long as that takes. */
    Ending process(HttpExchange exchange, CallResponse response, Sender sender, byte[] body);

    /**
     * Responds to a request that is not processed.
     *
     * @param detail why, if there is more to say than the status does
     */
    void refuse(HttpExchange exchange, int status, Optional<String> detail);
  }

  /** The end of a response. */
  interface Ending {

    /** The scopes that the caller's access token has to have; usually empty. */
    List<String> scopes();

    /** Sends what there is to send. */
    void send(CallResponse response);
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

  /**
   * Admits a request, or has it refused.
   *
   * @param narrowing what its URL withholds from the caller
   */
  void post(HttpExchange exchange, Narrowing narrowing, Work work) {
    if (!exchange.method().equals("POST")) {
      exchange.header("Allow", "POST");
      work.refuse(exchange, Status.METHOD_NOT_ALLOWED, Optional.empty());
    } else if (!isJson(exchange)) {
      work.refuse(exchange, Status.UNSUPPORTED_MEDIA_TYPE, Optional.empty());
    } else {
      try {
        receive(exchange, narrowing.apply(callers.resolve(exchange::headers)), work);
      } catch (AccessRefusedException e) {
        refuseAfterBody(exchange, e, work);
      }
    }
  }

  /** Whether a request without a body has an admissible caller; otherwise it is refused. */
  boolean admits(HttpExchange exchange, Work work) {
    try {
      callers.resolve(exchange::headers);
      return true;
    } catch (AccessRefusedException e) {
      refuse(exchange, e, work);
      return false;
    }
  }

  /** Whether the content is uncompressed JSON in UTF-8 (RFC 8259, section 8.1). */
  private static boolean isJson(HttpExchange exchange) {
    List<String> types = exchange.headers("Content-Type");
    if (types.size() != 1 || !exchange.headers("Content-Encoding").isEmpty()) {
      return false;
    }
    String type = types.get(0);
    return type.equals(JSON) || isJson(type.toLowerCase(Locale.ROOT));
  }

  private static boolean isJson(String type) {
    String plain = IGNORED.matcher(type).replaceAll("");
    return plain.equals(JSON) || plain.equals(JSON + ";charset=utf-8");
  }

  /**
   * Reads a body of typical size before refusing: clients retry on the same connection with a
   * token, and a connection whose request was not read is closed.
   */
  private void refuseAfterBody(HttpExchange exchange, AccessRefusedException refusal, Work work) {
    new BodyReader(
            exchange,
            Math.min(DRAINED_BYTES, options.maxBodyBytes()),
            bodies.share(exchange.network()),
            body -> refuse(exchange, refusal, work),
            status -> {
              exchange.header("Connection", "close");
              refuse(exchange, refusal, work);
            })
        .start(options.receiveTimeout());
  }

  private static void refuse(HttpExchange exchange, AccessRefusedException e, Work work) {
    e.challenge().ifPresent(value -> exchange.header("WWW-Authenticate", value));
    e.retryAfter()
        .map(time -> Math.max(1, time.plusMillis(999).toSeconds()))
        .ifPresent(seconds -> exchange.header("Retry-After", Long.toString(seconds)));
    String message = Objects.requireNonNullElse(e.getMessage(), "Access refused.");
    work.refuse(exchange, e.status(), Optional.of(message));
  }

  int running() {
    return running.size();
  }

  /** Interrupts calls that are still running after the server has stopped. */
  void cancelAll() {
    running.forEach(CallResponse::cancel);
  }

  private void receive(HttpExchange exchange, Caller caller, Work work) {
    Sender sender = Sender.of(exchange, caller);
    new BodyReader(
            exchange,
            options.maxBodyBytes(),
            bodies.share(sender.holder()),
            body -> answer(exchange, sender, body, work),
            status -> refuse(exchange, status, work))
        .start(options.receiveTimeout());
  }

  private void refuse(HttpExchange exchange, int status, Work work) {
    refusals.count(String.valueOf(status));
    if (status == Status.SERVICE_UNAVAILABLE) {
      exchange.header("Retry-After", "1");
    }
    work.refuse(exchange, status, Optional.empty());
  }

  private void answer(HttpExchange exchange, Sender sender, byte[] body, Work work) {
    boolean placed = inFlight.tryTake(sender.holder());
    if (!placed && !work.isUrgent(exchange, body)) {
      refuse(exchange, Status.SERVICE_UNAVAILABLE, work);
      return;
    }
    CallResponse response = new CallResponse(exchange, options);
    exchange.processing();
    running.add(response);
    try {
      Runnable done = placed ? () -> inFlight.release(sender.holder()) : () -> {};
      Ending ending = placed(() -> work.process(exchange, response, sender, body), done);
      if (!ending.scopes().isEmpty()) {
        callers.insufficientScope(sender.caller(), ending.scopes()).ifPresent(response::challenge);
      }
      exchange.responding();
      ending.send(response);
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
  private static Ending placed(Supplier<Ending> work, Runnable done) {
    try {
      return work.get();
    } finally {
      done.run();
    }
  }

  /** Parses a body; long ones one at a time, or a few at a time if there is much memory. */
  <T> T parse(byte[] body, Function<byte[], T> parser) {
    if (body.length <= LONG_BODY) {
      return parser.apply(body);
    }
    longBodies.acquireUninterruptibly();
    try {
      return parser.apply(body);
    } finally {
      longBodies.release();
    }
  }
}
