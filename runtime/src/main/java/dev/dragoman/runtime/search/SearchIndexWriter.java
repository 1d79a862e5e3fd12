package dev.dragoman.runtime.search;

import java.util.List;

/** Builds the search index; called by the generator. */
public final class SearchIndexWriter {
  private SearchIndexWriter() {}

  /** The index as one binary resource. The same operations give the same bytes. */
  public static byte[] write(List<IndexedOperation> operations) {
    throw new UnsupportedOperationException();
  }
}
