package dev.dragoman.runtime.script;

import java.time.Duration;

/**
 * How much a script may use.
 *
 * @param time from the start of the run to its result, the host's work included
 * @param memoryBytes all memory of the JavaScript engine for this run, with about 2 MB that it
 *     needs for itself
 * @param messageBytes the length of a value that the script passes to the host in UTF-8: of the
 *     arguments of one call, of one line and of the result
 */
public record ScriptLimits(Duration time, long memoryBytes, int messageBytes) {
  public ScriptLimits {
    if (time.isNegative() || time.isZero() || memoryBytes <= 0 || messageBytes <= 0) {
      throw new IllegalArgumentException("limits must be positive");
    }
  }
}
