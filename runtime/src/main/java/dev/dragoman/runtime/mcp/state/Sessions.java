package dev.dragoman.runtime.mcp.state;

import dev.dragoman.runtime.mcp.message.IncomingMessage;
import dev.dragoman.runtime.mcp.message.ProtocolVersion;
import dev.dragoman.runtime.mcp.tool.ClientCapability;
import dev.dragoman.runtime.seal.StateKey;
import dev.dragoman.runtime.seal.StateSeal;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Session ids for clients that declare their capabilities once, in {@code initialize}, and send
 * later requests one by one (MCP 2025-06-18 and 2025-11-25, "Session Management"). The id itself
 * contains the sealed declaration, so that nothing is stored; it grants no authority.
 */
public final class Sessions {
  private static final int RANDOM_BYTES = 16;

  private final StateSeal seal;
  private final SecureRandom random = new SecureRandom();

  public Sessions(StateKey key) {
    this.seal = new StateSeal(key, "session");
  }

  /** An id for a client, if its capabilities are of use in the negotiated version. */
  public Optional<String> open(IncomingMessage message) {
    if (!(message instanceof IncomingMessage.Request request)
        || !request.method().equals("initialize")) {
      return Optional.empty();
    }
    Set<ClientCapability> features = features(request);
    if (features.isEmpty()) {
      return Optional.empty();
    }
    byte[] payload = new byte[RANDOM_BYTES + 1];
    random.nextBytes(payload);
    payload[RANDOM_BYTES] = 0;
    features.forEach(feature -> payload[RANDOM_BYTES] |= (byte) feature.flag());
    return Optional.of(seal.close(payload, List.of()));
  }

  /** The capabilities declared in {@code initialize}; elicitation exists since 2025-06-18. */
  public static Set<ClientCapability> features(IncomingMessage.Request initialize) {
    JsonNode asked = initialize.params().path("protocolVersion");
    boolean can =
        asked.isString()
            && ProtocolVersion.agreedFor(asked.stringValue()).compareTo(ProtocolVersion.V2025_06_18)
                >= 0;
    return can ? ClientCapability.declaredIn(initialize.params().path("capabilities")) : Set.of();
  }

  /** The capabilities of a session's client; empty if the id was not issued by this server. */
  public Optional<Set<ClientCapability>> find(String id) {
    return seal.open(id, List.of())
        .filter(payload -> payload.length == RANDOM_BYTES + 1)
        .map(payload -> features(payload[RANDOM_BYTES]));
  }

  private static Set<ClientCapability> features(byte flags) {
    Set<ClientCapability> features = EnumSet.allOf(ClientCapability.class);
    features.removeIf(feature -> (flags & feature.flag()) == 0);
    return features;
  }
}
