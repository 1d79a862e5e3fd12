package dev.dragoman.runtime.search;

import java.util.List;

/** Scores a whole query: as it is, and if it is long also by the steps that it names. */
final class QueryRanker {
  private QueryRanker() {}

  /** The score of each operation, by ordinal; 0 where nothing speaks for it. */
  static float[] scores(IndexData index, Lexicon lexicon, Ranking ranking, String query) {
    float[] whole = ClauseRanker.scores(index, ranking, Clause.of(query, lexicon, ranking));
    if (Tokenizer.query(query).size() <= ranking.clauseWords()) {
      return whole;
    }
    List<String> clauses = Clauses.split(query);
    if (clauses.size() < 2) {
      return whole;
    }
    float[] best = new float[whole.length];
    for (String clause : clauses) {
      Clause step = Clause.of(clause, lexicon, ranking);
      float[] part = ClauseRanker.scores(index, ranking, step);
      float most = most(part);
      for (int i = 0; i < best.length; i++) {
        best[i] = Math.max(best[i], part[i] / most);
      }
    }
    return mean(best, whole, (float) ranking.clause());
  }

  /** A weighted mean, after bringing the best of the second to 1 as the first has it. */
  private static float[] mean(float[] best, float[] whole, float weight) {
    float most = most(whole);
    float[] mean = new float[whole.length];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = weight * best[i] + (1 - weight) * whole[i] / most;
    }
    return mean;
  }

  private static float most(float[] scores) {
    float most = Float.MIN_NORMAL;
    for (float score : scores) {
      most = Math.max(most, score);
    }
    return most;
  }
}
