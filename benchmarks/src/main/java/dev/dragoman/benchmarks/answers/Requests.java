package dev.dragoman.benchmarks.answers;

import dev.dragoman.benchmarks.corpus.Corpus;
import dev.dragoman.benchmarks.corpus.DeclaredOperations;
import dev.dragoman.benchmarks.server.StdioServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The queries for which to search an API. */
final class Requests {
  private static final Pattern SUMMARY = Pattern.compile("(?m)^ {2}does: \"(.*)\"$");

  private Requests() {}

  /**
   * The queries in a resource named after the document, one per line in plain words; for other
   * documents, descriptions of random operations.
   */
  static List<String> of(Corpus.Document document, StdioServer server, int count, Random random)
      throws IOException {
    String stem = document.name().replaceFirst("\\.[^.]*$", "").replaceAll(".*/", "");
    try (InputStream list = Requests.class.getResourceAsStream(stem + ".txt")) {
      return list == null
          ? summaries(document, server, count, random)
          : new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().limit(count).toList();
    }
  }

  private static List<String> summaries(
      Corpus.Document document, StdioServer server, int count, Random random) throws IOException {
    List<String> routes = new ArrayList<>(DeclaredOperations.of(document.input().document()));
    Collections.shuffle(routes, random);
    List<String> requests = new ArrayList<>();
    for (String route : routes.subList(0, Math.min(count, routes.size()))) {
      Matcher summary =
          SUMMARY.matcher(StdioServer.text(server.call("search", Map.of("operation", route))));
      requests.add(summary.find() ? summary.group(1) : route.replaceAll("\\W+", " "));
    }
    return requests;
  }
}
