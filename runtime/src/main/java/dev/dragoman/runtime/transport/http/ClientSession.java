package dev.dragoman.runtime.transport.http;

import dev.dragoman.runtime.mcp.McpCore;
import dev.dragoman.runtime.mcp.message.ClientPeer;
import dev.dragoman.runtime.mcp.message.IncomingMessage;
import dev.dragoman.runtime.mcp.tool.ClientCapability;
import dev.dragoman.runtime.server.http.HttpExchange;
import java.util.Optional;
import java.util.Set;

/**
 * The {@code Mcp-Session-Id} of clients that send {@code initialize} and declare capabilities (MCP
 * 2025-11-25, "Session Management"). Clients of 2026-07-28 have none, and neither do clients of
 * servers whose tools request no input.
 */
final class ClientSession {
  static final String HEADER = "Mcp-Session-Id";

  private final McpCore core;
  private final String id;
  private final Optional<Set<ClientCapability>> features;

  private ClientSession(McpCore core, String id) {
    this.core = core;
    this.id = id;
    this.features = id.isEmpty() ? Optional.of(Set.of()) : core.session(id);
  }

  /** The session of a message; an empty one if sessions are not in use. */
  static ClientSession of(McpCore core, HttpExchange exchange, IncomingMessage message) {
    boolean modern =
        message instanceof IncomingMessage.Request request && request.declaredVersion().isPresent();
    boolean none = modern || isInitialize(message) || !core.hasSessions();
    return new ClientSession(core, none ? "" : String.join(", ", exchange.headers(HEADER)));
  }

  /** Whether the client's id was not issued by this server, or was issued with another key. */
  boolean isUnknown() {
    return features.isEmpty();
  }

  /** Assigns an id to the client if its message opens a session. */
  void open(IncomingMessage message, HttpExchange exchange) {
    core.openSession(message).ifPresent(fresh -> exchange.header(HEADER, fresh));
  }

  /** Sends requests to the client on the stream of its call. */
  ClientPeer peer(CallResponse response) {
    Set<ClientCapability> declared = features.orElse(Set.of());
    return new StreamPeer(response.canStream() ? declared : Set.of(), id, response);
  }

  private static boolean isInitialize(IncomingMessage message) {
    return message instanceof IncomingMessage.Request request
        && request.method().equals("initialize");
  }

  private record StreamPeer(Set<ClientCapability> features, String name, CallResponse response)
      implements ClientPeer {
    @Override
    public void send(byte[] message) {
      response.send(message);
    }
  }
}
