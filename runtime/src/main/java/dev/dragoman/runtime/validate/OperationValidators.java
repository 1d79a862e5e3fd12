package dev.dragoman.runtime.validate;

import dev.dragoman.runtime.catalog.Catalog;
import dev.dragoman.runtime.validate.schema.SchemaCache;
import java.util.Collections;
import java.util.Map;
import java.util.function.Supplier;

/** The validators of an API's operations, each created on first use. Thread-safe. */
public final class OperationValidators {
  private static final int KEPT = 200;

  private final Supplier<Catalog> catalog;
  private final SchemaCache schemas;
  private final Map<Integer, OperationValidator> kept =
      Collections.synchronizedMap(new SchemaCache.Recent<>(KEPT));

  /**
   * Creates the validators for a catalog.
   *
   * @param catalog evaluated when the first operation is requested
   */
  public OperationValidators(Supplier<Catalog> catalog) {
    this.catalog = catalog;
    this.schemas = new SchemaCache(reference -> catalog.get().schema(reference));
  }

  /** The validator of the operation with this ordinal in the catalog. */
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
