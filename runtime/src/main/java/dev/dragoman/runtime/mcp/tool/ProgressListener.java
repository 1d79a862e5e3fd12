package dev.dragoman.runtime.mcp.tool;

import java.util.OptionalDouble;

/** Receives the progress of one call. Thread-safe. */
public interface ProgressListener {
  /** Nobody wants to know. */
  ProgressListener NONE = (progress, total, message) -> {};

  /**
   * Receives a value.
   *
   * @param progress how much is done; values that do not increase are ignored
   * @param total how much there is to do, if that is known
   * @param message what is being done, in words for people; empty for none
   */
  void report(double progress, OptionalDouble total, String message);
}
