package dev.dragoman.runtime.catalog;

import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the catalog's resources, each shard when it is first needed. Thread-safe.
 *
 * <p>The details of an operation are an object: {@code description}; {@code parameters}: array of
 * {@code {name, argument, in, required, description, schema, example}}; {@code body}: {@code
 * {required, description, content: {<media type>: {schema, examples: [...]}}}}; {@code responses}:
 * {@code {<status>: {description, content: {<media type>: {schema, examples: [...]}}}}}. Members
 * with nothing to say are absent. Schemas are verbatim; every {@code $ref} in them is a canonical
 * reference to give to {@link #schema}.
 */
public final class Catalog {

  /** The catalog below a resource root. */
  public static Catalog of(Class<?> anchor, String resourceRoot) {
    throw new UnsupportedOperationException();
  }

  /** How many operations there are. */
  public int size() {
    throw new UnsupportedOperationException();
  }

  /** The ordinal of an operation named by its id or by {@code METHOD /path}. */
  public OptionalInt find(String operation) {
    throw new UnsupportedOperationException();
  }

  public OperationCard card(int ordinal) {
    throw new UnsupportedOperationException();
  }

  public ObjectNode details(int ordinal) {
    throw new UnsupportedOperationException();
  }

  /** A schema by its canonical reference. */
  public Optional<JsonNode> schema(String reference) {
    throw new UnsupportedOperationException();
  }
}
