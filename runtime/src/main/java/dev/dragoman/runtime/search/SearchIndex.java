package dev.dragoman.runtime.search;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.IntPredicate;

/** Ranks operations for an agent's words. Immutable, thread-safe. */
public final class SearchIndex {

  /** A ranked operation, the best first. */
  public record Hit(int ordinal, float score) {}

  /**
   * Reads what {@link SearchIndexWriter} wrote.
   *
   * @throws IllegalArgumentException if the bytes are no index of this format
   */
  public static SearchIndex read(ByteBuffer bytes) {
    throw new UnsupportedOperationException();
  }

  /**
   * The best operations for a query.
   *
   * @param query an agent's words, at most a few thousand characters of which are looked at
   * @param filter which ordinals may appear
   * @param limit at most how many
   */
  public List<Hit> search(String query, IntPredicate filter, int limit) {
    throw new UnsupportedOperationException();
  }
}
