package dev.dragoman.runtime.mcp.message;

import dev.dragoman.runtime.mcp.tool.ClientCapability;
import java.util.Set;

/** The client at the other end of a call, as far as requests can be sent to it (to 2025-11-25). */
public interface ClientPeer {

  /** What it declared when it initialized. */
  Set<ClientCapability> features();

  /** Tells clients apart: only the one that was asked may answer. */
  String name();

  /** Sends it a message, if it is still there. */
  void send(byte[] message);

  /** A client that cannot be sent requests. */
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
        throw new IllegalStateException("this client cannot be sent requests");
      }
    };
  }
}
