package dev.dragoman.benchmarks.search;

import dev.dragoman.runtime.search.rank.RankingWeights;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The sizes of the indexes, and how long it takes to build and to query them. */
final class Times {
  private static final int QUERIES = 6_000;

  private Times() {}

  static String of(SearchSet set) {
    Corpus corpus = set.corpus();
    int operations = Math.max(1, corpus.operations().size());
    List<Long> nanos = nanos(set);
    return String.format(
        Locale.ROOT,
        "%-24s%6d  %8d  %6d  %8.1f  %7.3f  %7.3f%n",
        set.name(),
        corpus.operations().size(),
        corpus.indexBytes(),
        corpus.indexBytes() / operations,
        corpus.buildMillis(),
        nanos.get(nanos.size() / 2) / 1e6,
        nanos.get(nanos.size() * 99 / 100) / 1e6);
  }

  static String header() {
    return String.format(
        "%-24s%6s  %8s  %6s  %8s  %7s  %7s%n",
        "set", "ops", "bytes", "per op", "build ms", "p50 ms", "p99 ms");
  }

  /** The durations of each query in the second half of all rounds, in order. */
  private static List<Long> nanos(SearchSet set) {
    Ranker ranker = Ranker.lexical(RankingWeights.DEFAULT);
    int rounds = Math.max(2, QUERIES / Math.max(1, set.tasks().size()));
    List<Long> nanos = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      for (Task task : set.tasks()) {
        long start = System.nanoTime();
        ranker.rank(set.corpus(), task);
        if (round >= rounds / 2) {
          nanos.add(System.nanoTime() - start);
        }
      }
    }
    nanos.sort(null);
    return nanos;
  }
}
