package dev.dragoman.benchmarks.peer;

import dev.dragoman.benchmarks.measure.MemorySampler;
import dev.dragoman.benchmarks.server.StdioServer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A server that was started over stdio and has responded to tools/list.
 *
 * @param millis since the start of the process
 * @param peakMegabytes see {@link MemorySampler}
 * @param tools the number of tools that it lists
 */
record Start(double millis, double peakMegabytes, int tools) {

  static Start of(List<String> command) throws IOException {
    try (StdioServer server = StdioServer.start(command, Map.of());
        MemorySampler memory = MemorySampler.watching(server.process())) {
      JsonNode list = server.initialized().request("tools/list", Map.of());
      return new Start(
          server.millisSinceStart(), memory.peakMegabytes(), list.path("tools").size());
    }
  }
}
