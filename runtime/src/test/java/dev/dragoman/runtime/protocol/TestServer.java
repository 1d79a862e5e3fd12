package dev.dragoman.runtime.protocol;

/** A running server as a client has it, over one of the transports. */
interface TestServer extends AutoCloseable {

  /** Sends a message in a revision of the protocol and waits for what comes back. */
  Answer send(Message message);

  @Override
  void close();
}
