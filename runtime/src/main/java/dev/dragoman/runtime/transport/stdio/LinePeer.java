package dev.dragoman.runtime.transport.stdio;

import dev.dragoman.runtime.mcp.message.ClientPeer;
import dev.dragoman.runtime.mcp.tool.ClientCapability;
import java.util.Set;

/** The only client of a conversation. */
record LinePeer(Set<ClientCapability> features, LineWriter out) implements ClientPeer {

  @Override
  public String name() {
    return "stdio";
  }

  @Override
  public void send(byte[] message) {
    out.write(message);
  }
}
