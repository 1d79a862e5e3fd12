package dev.dragoman.benchmarks.search;

import dev.dragoman.runtime.search.SearchIndex;
import dev.dragoman.runtime.search.rank.RankingWeights;
import java.util.List;
import java.util.function.Function;

/** A way to rank the operations of a set for a task. */
interface Ranker {
  /** The depth of measured rankings, and the number of predictions written. */
  int DEPTH = 10;

  /** The operations as {@code METHOD /path}, best first. */
  List<String> rank(Corpus corpus, Task task);

  /** Ranks by words only. */
  static Ranker lexical(RankingWeights ranking) {
    return of(Corpus::index, ranking);
  }

  /** Ranks by words and meaning, with the optional module. */
  static Ranker semantic(RankingWeights ranking) {
    return of(Corpus::semantic, ranking);
  }

  private static Ranker of(Function<Corpus, SearchIndex> index, RankingWeights ranking) {
    return (corpus, task) ->
        index.apply(corpus).search(task.query(), ordinal -> true, DEPTH, ranking).stream()
            .map(hit -> corpus.route(hit.ordinal()))
            .toList();
  }
}
