package dev.dragoman.benchmarks.search;

import dev.dragoman.runtime.search.Ranking;
import java.util.List;

/** A way to rank the operations of a set for a task. */
interface Ranker {
  /** So deep rankings are measured, and so many are written as predictions. */
  int DEPTH = 10;

  /** The operations as {@code METHOD /path}, the best first. */
  List<String> rank(Corpus corpus, Task task);

  /** By words alone. */
  static Ranker lexical(Ranking ranking) {
    return (corpus, task) ->
        corpus.index().search(task.query(), ordinal -> true, DEPTH, ranking).stream()
            .map(hit -> corpus.route(hit.ordinal()))
            .toList();
  }
}
