package dev.dragoman.runtime.validate.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** The document's named schemas, each read on first use; the most recently used ones are kept. */
public final class SchemaCache {
  /** Maximum number of schemas in memory; an evicted one is read again on demand. */
  private static final int KEPT = 1_000;

  private final Function<String, Optional<JsonNode>> source;
  private final Map<String, Schema> kept = Collections.synchronizedMap(new Recent<>(KEPT));

  /**
   * Creates a cache.
   *
   * @param source the schemas of the document by reference
   */
  public SchemaCache(Function<String, Optional<JsonNode>> source) {
    this.source = source;
  }

  /** The schema of a reference; one that accepts everything if the document has none. */
  public Schema get(String reference) {
    Schema known = kept.get(reference);
    if (known != null) {
      return known;
    }
    SchemaReader reader = reader(reference);
    Optional<JsonNode> node = source.apply(reference);
    if (node.isEmpty()) {
      reader.fault("$ref", "the document has no such schema");
    }
    Schema read =
        node.map(found -> reader.read(found, Discriminator.last(reference))).orElse(Schema.UNKNOWN);
    kept.put(reference, read);
    return read;
  }

  /**
   * A reader for a schema and those nested in it.
   *
   * @param where the subject of the schema, for the log
   */
  public SchemaReader reader(String where) {
    return new SchemaReader(where, this::get);
  }

  /** A map that evicts its least recently used entry. */
  public static final class Recent<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;

    private final int capacity;

    public Recent(int capacity) {
      super(16, 0.75f, true);
      this.capacity = capacity;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > capacity;
    }
  }
}
