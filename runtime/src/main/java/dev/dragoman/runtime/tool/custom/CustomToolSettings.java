package dev.dragoman.runtime.tool.custom;

import dev.dragoman.runtime.extension.AuditSink;
import java.time.Duration;
import java.util.Objects;

/**
 * The bounds of custom tools.
 *
 * @param timeLimit how long a call may take
 * @param mostRuns calls of one tool at a time, including those that did not end in time
 * @param mostCharacters the length of a result
 * @param audit receives an event per call
 * @param checksOutput whether results are validated with the output schema, for mock mode and tests
 */
public record CustomToolSettings(
    Duration timeLimit, int mostRuns, int mostCharacters, AuditSink audit, boolean checksOutput) {
  private static final int RUNS = 64;

  /** The length that execute allows, too. */
  private static final int CHARACTERS = 40_000;

  public CustomToolSettings {
    Objects.requireNonNull(timeLimit);
    Objects.requireNonNull(audit);
  }

  /** The default bounds. */
  public static CustomToolSettings within(
      Duration timeLimit, AuditSink audit, boolean checksOutput) {
    return new CustomToolSettings(timeLimit, RUNS, CHARACTERS, audit, checksOutput);
  }
}
