package dev.dragoman.runtime.mcp.message;

import dev.dragoman.runtime.mcp.tool.ClientCapability;
import java.util.Set;

/** The client of a call, to which requests can be sent (up to 2025-11-25). */
public interface ClientPeer {

  /** The capabilities that it declared when it initialized. */
  Set<ClientCapability> features();

  /** Identifies the client: only the client that received a request may respond to it. */
  String name();

  /** Sends a message to the client if it is still connected. */
  void send(byte[] message);

  /** A client to which no requests can be sent. */
  static ClientPeer silent() {
    return new ClientPeer() {
      @Override
      public Set<ClientCapability> features() {
        return Set.of();
      }

      @Override
      public String name() {
        return "";
      }

      @Override
      public void send(byte[] message) {
        throw new IllegalStateException("no requests can be sent to this client");
      }
    };
  }
}
