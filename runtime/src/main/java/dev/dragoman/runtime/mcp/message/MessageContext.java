package dev.dragoman.runtime.mcp.message;

import dev.dragoman.runtime.Caller;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The information that a transport has about a message.
 *
 * @param caller the sender
 * @param holder whom the limits per caller apply to; compared by {@code equals}
 * @param version the version negotiated outside the message, by a header or by {@code initialize};
 *     null if there is none yet
 * @param peer the way to send requests to a client of the {@code initialize} protocol
 */
public record MessageContext(
    Caller caller, Object holder, @Nullable ProtocolVersion version, ClientPeer peer) {
  public MessageContext {
    Objects.requireNonNull(caller);
    Objects.requireNonNull(holder);
    Objects.requireNonNull(peer);
  }

  /** A context of a caller to whom the limits apply whatever it is allowed to do. */
  public MessageContext(Caller caller, @Nullable ProtocolVersion version, ClientPeer peer) {
    this(caller, caller.owner(), version, peer);
  }

  /** A context without a way to send requests to the client. */
  public MessageContext(Caller caller, @Nullable ProtocolVersion version) {
    this(caller, version, ClientPeer.silent());
  }
}
