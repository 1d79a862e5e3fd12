package dev.dragoman.runtime.mcp.tool;

import java.util.Optional;

/**
 * Counts what one call of a tool does as calls of its caller, for a tool that makes many.
 * Thread-safe.
 */
public interface CallAllowance {
  /** Nothing is counted. */
  CallAllowance UNLIMITED = Optional::empty;

  /**
   * Counts one more call.
   *
   * @return why it may not be made now, in a sentence; empty if it may
   */
  Optional<String> take();
}
