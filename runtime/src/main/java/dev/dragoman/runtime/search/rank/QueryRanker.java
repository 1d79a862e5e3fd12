package dev.dragoman.runtime.search.rank;

import dev.dragoman.runtime.search.index.IndexData;
import dev.dragoman.runtime.search.text.ClauseSplitter;
import dev.dragoman.runtime.search.text.Tokenizer;
import dev.dragoman.runtime.search.vector.SemanticScores;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Scores a query as a whole and, if it is long, also by the steps that it contains. */
public final class QueryRanker {
  /** A request with fewer words has a single subject. */
  private static final int LONGER = 8;

  private final IndexData index;
  private final Lexicon lexicon;
  private final RankingWeights ranking;
  private final @Nullable SemanticScores meaning;

  public QueryRanker(
      IndexData index, Lexicon lexicon, RankingWeights ranking, @Nullable SemanticScores meaning) {
    this.index = index;
    this.lexicon = lexicon;
    this.ranking = ranking;
    this.meaning = meaning;
  }

  /**
   * How well the operation that matches best has the words of a query, comparable between indexes
   * that are given the same idf; 0 if none matches.
   *
   * @param idf of a term, in the operations of all these indexes; 0 if none contains it
   */
  public float strength(String query, ToDoubleFunction<String> idf) {
    double unknown = Clause.unknown(query, lexicon).stream().mapToDouble(idf).sum();
    return ClauseRanker.best(index, ranking, Clause.of(query, lexicon, ranking), idf, unknown);
  }

  /** The score of each operation, by ordinal; 0 if nothing matches. */
  public float[] scores(String query) {
    boolean isLong = Tokenizer.query(query).size() > ranking.clauseWords();
    List<String> clauses = isLong ? ClauseSplitter.split(query) : List.of();
    if (clauses.size() < 2) {
      return clause(query, isLong ? 0 : ranking.meaningPhrase());
    }
    float[] whole = clause(query, 0);
    float[] best = new float[whole.length];
    for (String clause : clauses) {
      float[] part = clause(clause, 0);
      float most = most(part);
      for (int i = 0; i < best.length; i++) {
        best[i] = Math.max(best[i], part[i] / most);
      }
    }
    return mean(best, whole, (float) ranking.clause());
  }

  /**
   * The score of each operation for one clause.
   *
   * @param phrases weight of the clause's phrases; with several clauses there are too many to
   *     compare individually
   */
  private float[] clause(String text, double phrases) {
    Clause clause = Clause.of(text, lexicon, ranking);
    float[] words = ClauseRanker.scores(index, ranking, clause);
    if (meaning == null) {
      return words;
    }
    int length = Tokenizer.query(text).size();
    float[] like = meaning.likeness(text, length >= LONGER ? phrases : 0);
    float[] fits = ClauseRanker.fits(index, ranking, clause);
    return SemanticScores.blended(like, words, weight(length), fits);
  }

  /** The weight of meaning: decreases from a short request to one with several steps. */
  private double weight(int words) {
    double range = Math.max(1, ranking.clauseWords() - LONGER);
    double length = Math.min(1, Math.max(0, (words - LONGER) / range));
    return ranking.meaning() + length * (ranking.meaningLong() - ranking.meaning());
  }

  /** A weighted mean, after scaling the maximum of the second to 1 like that of the first. */
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
