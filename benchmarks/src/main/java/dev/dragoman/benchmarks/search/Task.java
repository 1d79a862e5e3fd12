package dev.dragoman.benchmarks.search;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * What an agent wants, and what it needs for that.
 *
 * @param id its name within the set
 * @param query the agent's words
 * @param kind whose words they are; empty when the set does not tell
 * @param gold the operations it needs as {@code METHOD /path}, each together with those as good
 */
record Task(String id, String query, String kind, List<Set<String>> gold) {
  Task {
    gold = gold.stream().map(Set::copyOf).toList();
  }

  /** Reads {@code {id, query, gold: [route, …], alt: [[route, …], …], kind}}. */
  static Task read(JsonNode line) {
    JsonNode gold = line.path("gold");
    List<Set<String>> all =
        IntStream.range(0, gold.size())
            .mapToObj(i -> good(gold.path(i), line.path("alt").path(i)))
            .toList();
    return new Task(
        line.path("id").asString(""),
        line.path("query").asString(""),
        line.path("kind").asString(""),
        all);
  }

  private static Set<String> good(JsonNode gold, JsonNode alternatives) {
    Set<String> good = new HashSet<>(Set.of(gold.asString("")));
    StreamSupport.stream(alternatives.spliterator(), false)
        .forEach(alternative -> good.add(alternative.asString("")));
    return good;
  }
}
