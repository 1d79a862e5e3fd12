package dev.dragoman.runtime.extension;

/**
 * Receives an event for every call that may reach the API or a tool of one's own. Called on the
 * thread of the call; implementations have to be thread-safe and fast. An exception is logged and
 * does not affect the call.
 */
public interface AuditSink {

  /** Stores an event. */
  void accept(AuditEvent event);
}
