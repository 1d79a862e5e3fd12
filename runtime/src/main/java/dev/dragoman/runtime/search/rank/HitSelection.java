package dev.dragoman.runtime.search.rank;

import dev.dragoman.runtime.search.index.IndexData;
import dev.dragoman.runtime.search.index.IndexLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/** Selects the hits to show from the scores. */
public final class HitSelection {
  private final IndexData index;
  private final float[] scores;
  private final IntPredicate filter;
  private final int limit;

  public HitSelection(IndexData index, float[] scores, IntPredicate filter, int limit) {
    this.index = index;
    this.scores = scores;
    this.filter = filter;
    this.limit = Math.max(0, limit);
  }

  /**
   * The best first, equal scores by ordinal.
   *
   * @param withProducers whether to add operations that return the path ids of the first hit after
   *     the first few; their score is at most that of the preceding hit
   */
  public List<Hit> hits(RankingWeights ranking, boolean withProducers) {
    List<Integer> best = best();
    int before = Math.min(ranking.producersAfter(), best.size());
    Set<Integer> ordinals = new LinkedHashSet<>(best.subList(0, before));
    int producing = withProducers ? Math.min(ranking.producers(), before) : 0;
    for (int i = 0; i < producing; i++) {
      addProducers(best.get(i), before + ranking.producers(), ordinals);
    }
    int producers = ordinals.size() - before;
    ordinals.addAll(best);
    return descending(ordinals, before, producers);
  }

  /** Calls the filter as rarely as possible, because it may have to read a resource. */
  private List<Integer> best() {
    long[] keys = new long[scores.length];
    int count = 0;
    for (int i = 0; i < scores.length; i++) {
      if (scores[i] > 0) {
        keys[count++] = key(i);
      }
    }
    Arrays.sort(keys, 0, count);
    List<Integer> best = new ArrayList<>();
    for (int i = 0; i < count && best.size() < limit; i++) {
      if (filter.test((int) keys[i])) {
        best.add((int) keys[i]);
      }
    }
    return best;
  }

  /** Sorts by descending score, then by ordinal: the bits of positive floats are ordered. */
  private long key(int ordinal) {
    return ((long) -Float.floatToIntBits(scores[ordinal]) << 32) | ordinal;
  }

  private void addProducers(int hit, int most, Set<Integer> ordinals) {
    for (int n = 0; n < IndexLayout.PRODUCERS; n++) {
      int producer = index.producer(hit, n);
      if (producer >= 0 && ordinals.size() < most && filter.test(producer)) {
        ordinals.add(producer);
      }
    }
  }

  /** Producers get the score of the hit before them: they are there for its sake. */
  private List<Hit> descending(Set<Integer> ordinals, int before, int producers) {
    List<Hit> hits = new ArrayList<>();
    float score = Float.MAX_VALUE;
    for (int ordinal : ordinals) {
      int rank = hits.size();
      if (rank == limit) {
        break;
      }
      boolean isProducer = rank >= before && rank < before + producers;
      score = isProducer ? score : Math.min(score, scores[ordinal]);
      hits.add(new Hit(ordinal, score));
    }
    return hits;
  }
}
