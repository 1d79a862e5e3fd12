package dev.dragoman.benchmarks.scale;

import dev.dragoman.benchmarks.measure.Stopwatch;
import dev.dragoman.benchmarks.server.StdioServer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Starts servers over stdio, all sizes in turn and repeatedly, and sends a few requests to each.
 */
final class Starts {
  private static final Pattern GET_ONE = Pattern.compile("(?m)^(get\\w+): GET ");

  private Starts() {}

  /** Runs another round of all sizes. */
  static void round(List<Size> sizes) throws IOException {
    for (Size size : sizes) {
      try (StdioServer server = StdioServer.start(size.jar()).initialized()) {
        server.request("tools/list", Map.of());
        size.start.add(server.millisSinceStart());
        Stopwatch searching = new Stopwatch();
        JsonNode found = server.call("search", Map.of("query", "get a customer", "limit", 20));
        size.firstSearch.add(searching.millis());
        Matcher operation = GET_ONE.matcher(StdioServer.text(found));
        if (!operation.find()) {
          throw new IOException("the search found nothing to run: " + found);
        }
        Stopwatch executing = new Stopwatch();
        JsonNode preview = server.call("execute", preview(operation.group(1)));
        size.firstExecute.add(executing.millis());
        if (preview.path("isError").asBoolean(false)) {
          throw new IOException("the call failed: " + StdioServer.text(preview));
        }
      }
    }
  }

  private static Map<String, ?> preview(String operation) {
    return Map.of("operation", operation, "arguments", Map.of("id", "one"), "dry_run", true);
  }
}
