package dev.dragoman.benchmarks.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The hits for an agent that sends one query per step, as the tool recommends: a long task is split
 * mechanically at the ends of sentences and where a comma or {@code and} starts a new step, and
 * each part is a query.
 */
final class PerClause {
  private static final Pattern CUT =
      Pattern.compile(
          "(?<=[.!?;])\\s+|,\\s+(?:and\\s+)?(?:then\\s+)?|\\s+(?:and then|then|and)\\s+");

  /** Shorter parts are remains of an enumeration. */
  private static final int LEAST_WORDS = 3;

  private PerClause() {}

  static List<String> queries(String text) {
    List<String> queries = new ArrayList<>();
    for (String part : CUT.split(text, -1)) {
      if (part.strip().split("\\s+").length >= LEAST_WORDS) {
        queries.add(part.strip());
      }
    }
    return queries.isEmpty() ? List.of(text) : queries;
  }

  private static List<List<String>> answers(Ranker ranker, Corpus corpus, Task task) {
    return queries(task.query()).stream()
        .map(query -> ranker.rank(corpus, new Task(task.id(), query, task.kind(), task.gold())))
        .toList();
  }

  /** The first hits of all queries, then the second ones, up to ten in total. */
  static Ranker tenInAll(Ranker ranker) {
    return (corpus, task) -> {
      Set<String> mixed = new LinkedHashSet<>();
      List<List<String>> answers = answers(ranker, corpus, task);
      for (int rank = 0; rank < Ranker.DEPTH; rank++) {
        for (List<String> answer : answers) {
          mixed.addAll(
              answer.subList(Math.min(rank, answer.size()), Math.min(rank + 1, answer.size())));
        }
      }
      return mixed.stream().limit(Ranker.DEPTH).toList();
    };
  }

  /** The mean share of the needed operations that are among the first hits of any query. */
  static double recall(List<SearchSet> sets, Ranker ranker, int depth) {
    return sets.stream()
        .flatMap(set -> set.tasks().stream().map(task -> recall(set.corpus(), task, ranker, depth)))
        .mapToDouble(recall -> recall)
        .average()
        .orElse(0);
  }

  private static double recall(Corpus corpus, Task task, Ranker ranker, int depth) {
    Set<String> found = new LinkedHashSet<>();
    answers(ranker, corpus, task)
        .forEach(a -> found.addAll(a.subList(0, Math.min(depth, a.size()))));
    long hit = task.gold().stream().filter(good -> good.stream().anyMatch(found::contains)).count();
    return (double) hit / task.gold().size();
  }
}
