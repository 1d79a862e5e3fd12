package dev.dragoman.runtime.mcp;

import java.util.Set;

/** The client at the other end of a call, as far as requests can be sent to it (to 2025-11-25). */
public interface Peer {

  /** What it declared when it initialized. */
  Set<ClientFeature> features();

  /** Tells clients apart: only the one that was asked may answer. */
  String name();

  /** Sends it a message, if it is still there. */
  void send(byte[] message);

  /** A client that cannot be sent requests. */
  static Peer silent() {
    return new Peer() {
      @Override
      public Set<ClientFeature> features() {
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
