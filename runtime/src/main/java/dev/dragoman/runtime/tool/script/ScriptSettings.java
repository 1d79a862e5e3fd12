package dev.dragoman.runtime.tool.script;

import dev.dragoman.runtime.script.ScriptLimits;
import java.time.Duration;
import java.util.Objects;

/**
 * The bounds of scripts, set by the operator.
 *
 * @param limits time, memory and length of values of one script
 * @param calls calls of operations that one script may make
 * @param runs scripts that run at a time
 */
public record ScriptSettings(ScriptLimits limits, int calls, int runs) {
  private static final int MESSAGE_BYTES = 1 << 20;
  private static final int MEGABYTE_BITS = 20;

  public ScriptSettings {
    Objects.requireNonNull(limits);
  }

  /** Bounds as flags state them. */
  public static ScriptSettings of(Duration time, int megabytes, int calls, int runs) {
    return new ScriptSettings(
        new ScriptLimits(time, (long) megabytes << MEGABYTE_BITS, MESSAGE_BYTES), calls, runs);
  }
}
