package dev.dragoman.runtime.search;

import dev.dragoman.runtime.search.index.IndexData;
import dev.dragoman.runtime.search.index.SearchIndexWriter;
import dev.dragoman.runtime.search.rank.Hit;
import dev.dragoman.runtime.search.rank.HitSelection;
import dev.dragoman.runtime.search.rank.Lexicon;
import dev.dragoman.runtime.search.rank.QueryRanker;
import dev.dragoman.runtime.search.rank.RankingWeights;
import dev.dragoman.runtime.search.text.Tokenizer;
import dev.dragoman.runtime.search.vector.OperationVectors;
import dev.dragoman.runtime.search.vector.SemanticScores;
import dev.dragoman.runtime.search.vector.SentenceEncoder;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Ranks operations for an agent's query. Immutable, thread-safe.
 *
 * <p>Queries that differ only in case, punctuation or white space give equal results. An id such as
 * {@code createIssue} is a query like any other, so that the response to an unknown id can list the
 * operations that may have been meant.
 */
public final class SearchIndex {
  /** Longer than any real request; the rest of a longer text is ignored. */
  private static final int LONGEST_QUERY = 4_000;

  private final IndexData index;
  private final Lexicon lexicon;

  private final @Nullable SemanticScores meaning;

  private SearchIndex(IndexData index, @Nullable SemanticScores meaning) {
    this.index = index;
    this.meaning = meaning;
    lexicon = new Lexicon(index);
  }

  /**
   * Reads the output of {@link SearchIndexWriter}.
   *
   * @param bytes from the buffer's position to its limit; not copied, and must not be modified
   * @throws IllegalArgumentException if the bytes are not an index of this format, or damaged
   */
  public static SearchIndex read(ByteBuffer bytes) {
    return new SearchIndex(new IndexData(bytes), null);
  }

  /**
   * This index with semantic ranking.
   *
   * @throws IllegalArgumentException if the vectors are for other operations or another encoder
   */
  public SearchIndex withMeaning(OperationVectors vectors, SentenceEncoder encoder) {
    if (vectors.operations() != index.operations() || !vectors.isFor(encoder)) {
      throw new IllegalArgumentException(
          "The vectors of the operations belong to another index or encoder; rebuild the server.");
    }
    return new SearchIndex(index, new SemanticScores(vectors, encoder));
  }

  /** The number of operations in the index. */
  public int size() {
    return index.operations();
  }

  /** The number of operations that contain a word. */
  public int frequency(String word) {
    return lexicon.frequency(word);
  }

  /** The number of operations that contain a term, which is the stem of a word, or its like. */
  int termFrequency(String term) {
    int number = index.term(term);
    return number < 0 ? 0 : index.frequency(number);
  }

  /**
   * How well the operation that matches best has the words of a query, comparable between indexes
   * that are given the same idf; 0 if none matches.
   *
   * @param idf of a term, in the operations of all these indexes; 0 if none contains it
   */
  float strength(String query, ToDoubleFunction<String> idf) {
    return new QueryRanker(index, lexicon, RankingWeights.DEFAULT, null).strength(cut(query), idf);
  }

  private static String cut(String query) {
    return query.substring(0, Math.min(query.length(), LONGEST_QUERY));
  }

  /**
   * The best operations for a query, the best first; empty if no word of it is known.
   *
   * @param query an agent's words; at most a few thousand characters are used
   * @param filter which ordinals may appear
   * @param limit the maximum number of results
   */
  public List<Hit> search(String query, IntPredicate filter, int limit) {
    return search(query, filter, limit, RankingWeights.DEFAULT);
  }

  /** Like the above with other weights, for measurements. */
  public List<Hit> search(String query, IntPredicate filter, int limit, RankingWeights ranking) {
    String text = cut(query);
    float[] scores = new QueryRanker(index, lexicon, ranking, meaning).scores(text);
    int words = Tokenizer.query(text).size();
    return new HitSelection(index, scores, filter, limit)
        .hits(ranking, words >= ranking.producerWords());
  }
}
