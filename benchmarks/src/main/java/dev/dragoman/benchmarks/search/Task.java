package dev.dragoman.benchmarks.search;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * A task of an agent, and the operations that it needs.
 *
 * @param id its name within the set
 * @param query the agent's words
 * @param kind who wrote it; empty if unknown
 * @param gold the needed operations as {@code METHOD /path}, each together with equivalent ones
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
