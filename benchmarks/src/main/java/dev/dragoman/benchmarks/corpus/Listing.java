package dev.dragoman.benchmarks.corpus;

import dev.dragoman.benchmarks.server.StdioServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Queries a running server for every operation of its document, by method and path. */
final class Listing {
  /** The line of a description with the operation's id, method and path. */
  private static final Pattern NAMED = Pattern.compile("(?m)^(\\S.*?): ([A-Z]+) (\\S.*)$");

  private Listing() {}

  /**
   * Starts the server and has it describe every route.
   *
   * @return the number of different operations that it described
   * @throws IOException if it does not start or exits
   */
  static int of(Path jar, Set<String> routes) throws IOException {
    try (StdioServer server = StdioServer.start(jar).initialized()) {
      if (!server.request("tools/list", Map.of()).path("tools").isArray()) {
        throw new IOException("the server lists no tools");
      }
      Set<String> ids = new HashSet<>();
      for (String route : routes) {
        JsonNode described = server.call("search", Map.of("operation", route));
        Matcher named = NAMED.matcher(StdioServer.text(described));
        boolean found = !described.path("isError").asBoolean(false) && named.find();
        if (found && route.startsWith(named.group(2) + " ")) {
          ids.add(named.group(1));
        } else {
          System.err.println("  not described: " + route);
        }
      }
      return ids.size();
    }
  }
}
