package dev.dragoman.runtime.app;

import dev.dragoman.runtime.app.flag.CommandLine;
import dev.dragoman.runtime.app.flag.Flag;
import dev.dragoman.runtime.page.PageMode;
import dev.dragoman.runtime.tool.script.ScriptSettings;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * Concurrency limits and monitoring.
 *
 * @param maxInFlight maximum number of messages processed at a time, over HTTP
 * @param maxApiCalls maximum number of concurrent requests per origin
 * @param callerCalls maximum number of concurrent calls of one caller; empty if unlimited
 * @param callerCallsPerMinute maximum number of calls of one caller in a minute; empty if unlimited
 * @param metrics whether metrics are served, over HTTP
 * @param openApi whether the tools are a plain HTTP API as well, over HTTP
 * @param page what is shown at / over HTTP
 * @param stopDelay how long calls are accepted after the process is told to stop, over HTTP
 * @param toolTimeout how long a call of a custom tool may take
 * @param scripts what scripts may use
 */
record RunLimits(
    int maxInFlight,
    int maxApiCalls,
    OptionalInt callerCalls,
    OptionalInt callerCallsPerMinute,
    boolean metrics,
    boolean openApi,
    PageMode page,
    Duration stopDelay,
    Duration toolTimeout,
    ScriptSettings scripts) {

  static RunLimits of(CommandLine line) {
    return new RunLimits(
        line.integer(Flag.MAX_IN_FLIGHT, 1, 10_000),
        line.integer(Flag.MAX_API_CALLS, 1, 10_000),
        optional(line, Flag.CALLER_CALLS, 10_000),
        optional(line, Flag.CALLER_CALLS_PER_MINUTE, 100_000),
        line.isOn(Flag.METRICS),
        line.isOn(Flag.OPEN_API),
        page(line),
        Duration.ofSeconds(line.integer(Flag.STOP_DELAY, 0, 60)),
        Duration.ofSeconds(line.integer(Flag.TOOL_TIMEOUT, 1, 3_600)),
        scripts(line));
  }

  private static ScriptSettings scripts(CommandLine line) {
    return ScriptSettings.of(
        Duration.ofSeconds(line.integer(Flag.SCRIPT_TIMEOUT, 1, 600)),
        line.integer(Flag.SCRIPT_MEMORY, 8, 1_024),
        line.integer(Flag.SCRIPT_CALLS, 1, 10_000),
        line.integer(Flag.SCRIPT_RUNS, 1, 256));
  }

  private static OptionalInt optional(CommandLine line, Flag flag, int most) {
    return line.value(flag).value().isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(line.integer(flag, 1, most));
  }

  private static PageMode page(CommandLine line) {
    CommandLine.Given given = line.value(Flag.PAGE);
    return PageMode.of(given.value())
        .orElseGet(
            () -> {
              line.problem(
                  given.source() + " must be one of " + String.join(", ", PageMode.words()) + ".");
              return PageMode.OFF;
            });
  }
}
