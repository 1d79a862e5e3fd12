package dev.dragoman.runtime.mcp.message;

import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.trace.TraceContext;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The information that a transport has about a message.
 *
 * @param caller the sender
 * @param holder whom the limits per caller apply to; compared by {@code equals}
 * @param version the version negotiated outside the message, by a header or by {@code initialize};
 *     null if there is none yet
 * @param peer the way to send requests to a client of the {@code initialize} protocol
 * @param trace the trace that the transport's request belongs to
 */
public record MessageContext(
    Caller caller,
    Object holder,
    @Nullable ProtocolVersion version,
    ClientPeer peer,
    TraceContext trace) {
  public MessageContext {
    Objects.requireNonNull(trace);
    Objects.requireNonNull(caller);
    Objects.requireNonNull(holder);
    Objects.requireNonNull(peer);
  }

  /** A context of a caller to whom the limits apply whatever it is allowed to do. */
  public MessageContext(Caller caller, @Nullable ProtocolVersion version, ClientPeer peer) {
    this(caller, caller.owner(), version, peer, TraceContext.NONE);
  }

  /**
   * The trace of a request: the one in its {@code _meta}, which the client has written (SEP-414),
   * otherwise the one of the transport, which a proxy may have written.
   */
  public TraceContext trace(IncomingMessage.Request request) {
    JsonNode meta = request.params().path("_meta");
    TraceContext own =
        TraceContext.of(
            strings(meta.path(TraceContext.PARENT)), strings(meta.path(TraceContext.STATE)));
    return own.isEmpty() ? trace : own;
  }

  private static List<String> strings(JsonNode value) {
    return value.isString() ? List.of(value.stringValue()) : List.of();
  }

  /** A context without a way to send requests to the client. */
  public MessageContext(Caller caller, @Nullable ProtocolVersion version) {
    this(caller, version, ClientPeer.silent());
  }
}
