package dev.dragoman.runtime.mcp;

import dev.dragoman.runtime.Caller;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a transport knows of a message besides the message.
 *
 * @param caller who sent it
 * @param version the version agreed on outside the message: by a header or by {@code initialize};
 *     null when there is none yet
 */
public record MessageContext(Caller caller, @Nullable ProtocolVersion version) {
  public MessageContext {
    Objects.requireNonNull(caller);
  }
}
