package dev.dragoman.runtime.transport.http;

import dev.dragoman.runtime.mcp.McpCore;
import dev.dragoman.runtime.mcp.message.ClientPeer;
import dev.dragoman.runtime.mcp.message.IncomingMessage;
import dev.dragoman.runtime.mcp.tool.ClientCapability;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Response;

/**
 * The {@code Mcp-Session-Id} of clients that initialize and that can be asked something (MCP
 * 2025-11-25, "Session Management"). Clients of 2026-07-28 have none, and where no tool asks nobody
 * has.
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

  /** The session a message is of; an empty one where sessions mean nothing. */
  static ClientSession of(McpCore core, HttpFields headers, IncomingMessage message) {
    boolean modern =
        message instanceof IncomingMessage.Request request && request.declaredVersion().isPresent();
    boolean none = modern || isInitialize(message) || !core.hasSessions();
    return new ClientSession(core, none ? "" : String.join(", ", headers.getValuesList(HEADER)));
  }

  /** Whether the client goes by an id that is not of this server, or was made with another key. */
  boolean isUnknown() {
    return features.isEmpty();
  }

  /** Gives the client an id if its message opens a session. */
  void open(IncomingMessage message, Response response) {
    core.openSession(message).ifPresent(fresh -> response.getHeaders().put(HEADER, fresh));
  }

  /** The way back to the client, on the stream of its call. */
  ClientPeer peer(Exchange exchange) {
    Set<ClientCapability> declared = features.orElse(Set.of());
    return new StreamPeer(exchange.canStream() ? declared : Set.of(), id, exchange);
  }

  private static boolean isInitialize(IncomingMessage message) {
    return message instanceof IncomingMessage.Request request
        && request.method().equals("initialize");
  }

  private record StreamPeer(Set<ClientCapability> features, String name, Exchange exchange)
      implements ClientPeer {
    @Override
    public void send(byte[] message) {
      exchange.send(message);
    }
  }
}
