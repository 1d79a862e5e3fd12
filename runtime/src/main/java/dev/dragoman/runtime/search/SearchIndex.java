package dev.dragoman.runtime.search;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/** Ranks operations for an agent's words. Immutable, thread-safe. */
public final class SearchIndex {
  /** A request of an agent is shorter; the rest of a longer text is not looked at. */
  private static final int LONGEST_QUERY = 4_000;

  private final IndexData index;
  private final Lexicon lexicon;

  private SearchIndex(IndexData index) {
    this.index = index;
    lexicon = new Lexicon(index);
  }

  /** A ranked operation, the best first. */
  public record Hit(int ordinal, float score) {}

  /**
   * Reads what {@link SearchIndexWriter} wrote.
   *
   * @throws IllegalArgumentException if the bytes are no index of this format
   */
  public static SearchIndex read(ByteBuffer bytes) {
    return new SearchIndex(new IndexData(bytes));
  }

  /**
   * The best operations for a query.
   *
   * @param query an agent's words, at most a few thousand characters of which are looked at
   * @param filter which ordinals may appear
   * @param limit at most how many
   */
  public List<Hit> search(String query, IntPredicate filter, int limit) {
    return search(query, filter, limit, Ranking.DEFAULT);
  }

  /** The same with other weights, to measure what they do. */
  public List<Hit> search(String query, IntPredicate filter, int limit, Ranking ranking) {
    String text = query.substring(0, Math.min(query.length(), LONGEST_QUERY));
    float[] scores = scores(text, ranking);
    return withProducers(best(scores, filter, limit), scores, filter, limit, ranking);
  }

  private float[] scores(String text, Ranking ranking) {
    ClauseRanker ranker = new ClauseRanker(index, ranking);
    float[] whole = ranker.scores(Clause.of(text, lexicon, ranking.literal()));
    List<String> clauses = Clauses.split(text);
    if (clauses.size() < 2 || Tokenizer.query(text).size() <= ranking.clauseWords()) {
      return whole;
    }
    float[] best = new float[whole.length];
    for (String clause : clauses) {
      float[] part = ranker.scores(Clause.of(clause, lexicon, ranking.literal()));
      float top = max(part);
      for (int i = 0; i < best.length; i++) {
        best[i] = Math.max(best[i], part[i] / top);
      }
    }
    float top = max(whole);
    float weight = (float) ranking.clause();
    for (int i = 0; i < best.length; i++) {
      best[i] = weight * best[i] + (1 - weight) * whole[i] / top;
    }
    return best;
  }

  private static float max(float[] scores) {
    float max = 1e-6f;
    for (float score : scores) {
      max = Math.max(max, score);
    }
    return max;
  }

  private static List<Integer> best(float[] scores, IntPredicate filter, int limit) {
    long[] keys = new long[scores.length];
    int count = 0;
    for (int i = 0; i < scores.length; i++) {
      if (scores[i] > 0 && filter.test(i)) {
        keys[count++] = (long) ~Float.floatToIntBits(scores[i]) << 32 | i;
      }
    }
    Arrays.sort(keys, 0, count);
    List<Integer> best = new ArrayList<>();
    for (int i = 0; i < Math.min(limit, count); i++) {
      best.add((int) keys[i]);
    }
    return best;
  }

  private List<Hit> withProducers(
      List<Integer> best, float[] scores, IntPredicate filter, int limit, Ranking ranking) {
    Set<Integer> ordinals = new LinkedHashSet<>();
    int first = Math.min(ranking.producersAfter(), best.size());
    ordinals.addAll(best.subList(0, first));
    for (int hit : best.subList(0, first)) {
      for (int n = 0; n < IndexLayout.PRODUCERS; n++) {
        int producer = index.producer(hit, n);
        if (producer >= 0 && filter.test(producer)) {
          ordinals.add(producer);
        }
      }
    }
    ordinals.addAll(best);
    List<Hit> hits = new ArrayList<>();
    float score = Float.MAX_VALUE;
    for (int ordinal : ordinals) {
      if (hits.size() < limit) {
        score = Math.min(score, scores[ordinal]);
        hits.add(new Hit(ordinal, score));
      }
    }
    return hits;
  }
}
