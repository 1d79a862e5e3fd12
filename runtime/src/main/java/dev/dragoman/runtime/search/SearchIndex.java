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
import org.jspecify.annotations.Nullable;

/**
 * Ranks operations for an agent's words. Immutable, thread-safe.
 *
 * <p>Two spellings of a query that differ in case, in punctuation or in blanks give one answer. An
 * id such as {@code createIssue} is a query like any other, so that the answer to an unknown one
 * can name the operations that it may have meant.
 */
public final class SearchIndex {
  /** A request of an agent is shorter; the rest of a longer text is not looked at. */
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
   * Reads what {@link SearchIndexWriter} wrote.
   *
   * @param bytes from the buffer's position to its limit; not copied, not to be changed any more
   * @throws IllegalArgumentException if the bytes are no index of this format, or damaged
   */
  public static SearchIndex read(ByteBuffer bytes) {
    return new SearchIndex(new IndexData(bytes), null);
  }

  /**
   * The same index, ranking by what words mean too.
   *
   * @throws IllegalArgumentException if the vectors are of other operations or of another encoder
   */
  public SearchIndex withMeaning(OperationVectors vectors, SentenceEncoder encoder) {
    if (vectors.operations() != index.operations() || !vectors.isFor(encoder)) {
      throw new IllegalArgumentException(
          "The vectors of the operations belong to another index or encoder; build the server"
              + " again.");
    }
    return new SearchIndex(index, new SemanticScores(vectors, encoder));
  }

  /** How many operations the index has. */
  public int size() {
    return index.operations();
  }

  /**
   * The best operations for a query, the best first; none if no word of it is known.
   *
   * @param query an agent's words, at most a few thousand characters of which are looked at
   * @param filter which ordinals may appear
   * @param limit at most how many
   */
  public List<Hit> search(String query, IntPredicate filter, int limit) {
    return search(query, filter, limit, RankingWeights.DEFAULT);
  }

  /** The same with other weights, to measure what they do. */
  public List<Hit> search(String query, IntPredicate filter, int limit, RankingWeights ranking) {
    String text = query.substring(0, Math.min(query.length(), LONGEST_QUERY));
    float[] scores = new QueryRanker(index, lexicon, ranking, meaning).scores(text);
    int words = Tokenizer.query(text).size();
    return new HitSelection(index, scores, filter, limit)
        .hits(ranking, words >= ranking.producerWords());
  }
}
