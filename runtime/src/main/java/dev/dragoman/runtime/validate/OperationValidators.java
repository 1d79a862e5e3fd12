package dev.dragoman.runtime.validate;

import dev.dragoman.runtime.catalog.Catalog;
import dev.dragoman.runtime.validate.schema.SchemaCache;
import java.util.Collections;
import java.util.Map;
import java.util.function.Supplier;

/** The schemas of an API's operations, each read when first asked for. Thread-safe. */
public final class OperationValidators {
  private static final int KEPT = 200;

  private final Supplier<Catalog> catalog;
  private final SchemaCache schemas;
  private final Map<Integer, OperationValidator> kept =
      Collections.synchronizedMap(new SchemaCache.Recent<>(KEPT));

  /**
   * The schemas that a catalog holds.
   *
   * @param catalog asked when the first operation is
   */
  public OperationValidators(Supplier<Catalog> catalog) {
    this.catalog = catalog;
    this.schemas = new SchemaCache(reference -> catalog.get().schema(reference));
  }

  /** The schemas of the operation with this ordinal in the catalog. */
  public OperationValidator of(int ordinal) {
    OperationValidator known = kept.get(ordinal);
    if (known != null) {
      return known;
    }
    String operation = catalog.get().card(ordinal).id();
    OperationValidator read =
        new OperationValidator(catalog.get().details(ordinal), schemas.reader(operation));
    kept.put(ordinal, read);
    return read;
  }
}
