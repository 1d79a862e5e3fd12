package dev.dragoman.runtime.mcp.message;

import dev.dragoman.runtime.Caller;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a transport knows of a message besides the message.
 *
 * @param caller who sent it
 * @param version the version agreed on outside the message: by a header or by {@code initialize};
 *     null when there is none yet
 * @param peer the way back to a client of the {@code initialize} line
 */
public record MessageContext(Caller caller, @Nullable ProtocolVersion version, ClientPeer peer) {
  public MessageContext {
    Objects.requireNonNull(caller);
    Objects.requireNonNull(peer);
  }

  /** A client that cannot be sent requests. */
  public MessageContext(Caller caller, @Nullable ProtocolVersion version) {
    this(caller, version, ClientPeer.silent());
  }
}
