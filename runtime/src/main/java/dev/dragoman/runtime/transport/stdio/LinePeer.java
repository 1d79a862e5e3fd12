package dev.dragoman.runtime.transport.stdio;

import dev.dragoman.runtime.mcp.ClientFeature;
import dev.dragoman.runtime.mcp.Peer;
import java.util.Set;

/** The one client of a conversation. */
record LinePeer(Set<ClientFeature> features, LineWriter out) implements Peer {

  @Override
  public String name() {
    return "stdio";
  }

  @Override
  public void send(byte[] message) {
    out.write(message);
  }
}
