package dev.dragoman.runtime.catalog;

import java.util.List;
import java.util.Map;

/** Writes the catalog's resources; called by the generator. */
public final class CatalogWriter {
  private CatalogWriter() {}

  /** One operation: its card, and its details as JSON text (see {@link Catalog#details}). */
  public record Entry(OperationCard card, String details) {}

  /**
   * The resources by name relative to the resource root.
   *
   * @param entries in ordinal order
   * @param schemas JSON text of each schema by its canonical reference
   */
  public static Map<String, byte[]> write(List<Entry> entries, Map<String, String> schemas) {
    throw new UnsupportedOperationException();
  }
}
