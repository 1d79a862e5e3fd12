package dev.dragoman.runtime.mcp;

import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.trace.TraceContext;

/** Learns of calls that no tool gets to see, because a limit of the caller does not admit them. */
@FunctionalInterface
public interface RefusedCalls {
  /** Nobody learns of them. */
  RefusedCalls UNHEARD = (tool, caller, trace) -> {};

  /** A call of a tool was refused. Called on the thread of the call. */
  void refused(String tool, Caller caller, TraceContext trace);
}
