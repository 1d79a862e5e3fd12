package dev.dragoman.runtime.app;

import java.time.Duration;

/**
 * How much is done at a time, and how the server is watched.
 *
 * @param maxInFlight messages worked on at a time, over HTTP
 * @param maxApiCalls requests that one origin gets at a time
 * @param metrics whether figures are served, over HTTP
 * @param stopDelay how long calls are taken after the process was told to stop, over HTTP
 */
record RunLimits(int maxInFlight, int maxApiCalls, boolean metrics, Duration stopDelay) {

  static RunLimits of(CommandLine line) {
    return new RunLimits(
        line.integer(Flag.MAX_IN_FLIGHT, 1, 10_000),
        line.integer(Flag.MAX_API_CALLS, 1, 10_000),
        line.isOn(Flag.METRICS),
        Duration.ofSeconds(line.integer(Flag.STOP_DELAY, 0, 60)));
  }
}
