package dev.dragoman.runtime.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the catalog's resources, each shard when it is first needed. Thread-safe. What it takes to
 * open a catalog does not depend on how many operations it has.
 *
 * <p>The details of an operation are an object: {@code description}; {@code parameters}: array of
 * {@code {name, argument, in, required, description, schema, example}}; {@code body}: {@code
 * {required, description, content: {<media type>: {schema, examples: [...]}}}}; {@code responses}:
 * {@code {<status>: {description, content: {<media type>: {schema, examples: [...]}}}}}. Members
 * with nothing to say are absent. Schemas are verbatim, numbers with all their digits; every {@code
 * $ref} in them is a canonical reference to give to {@link #schema}.
 *
 * <p>Every answer is the caller's own: nothing that is done to a returned node is seen by others.
 * All methods throw {@link IllegalStateException} if a resource is missing or damaged.
 */
public final class Catalog {
  private final CatalogResources resources;
  private final int size;
  private final int lookupShards;
  private final int schemaShards;

  private Catalog(CatalogResources resources, JsonNode header) {
    this.resources = resources;
    size = count(header, "operations", 0);
    lookupShards = count(header, "lookupShards", 1);
    schemaShards = count(header, "schemaShards", 1);
  }

  /**
   * The catalog below a resource root.
   *
   * @param anchor the class whose loader finds the resources
   * @param resourceRoot as {@link Class#getResource} understands it: from the class path's root
   *     with a leading slash, from the anchor's package without
   * @throws IllegalStateException if there is no catalog, or one of another format
   */
  public static Catalog of(Class<?> anchor, String resourceRoot) {
    CatalogResources resources = new CatalogResources(anchor, resourceRoot);
    JsonNode header = resources.parse(CatalogFiles.HEADER, resources.bytes(CatalogFiles.HEADER));
    int format = header.path("format").intValue(0);
    if (format != CatalogFiles.FORMAT) {
      throw new IllegalStateException(
          "The catalog has format %d, this runtime reads format %d; build the server again."
              .formatted(format, CatalogFiles.FORMAT));
    }
    return new Catalog(resources, header);
  }

  /** How many operations there are. */
  public int size() {
    return size;
  }

  /** How many operations have each tag as their first, by the tag's name. */
  public Map<String, Integer> tags() {
    JsonNode tags = resources.parse(CatalogFiles.TAGS, resources.bytes(CatalogFiles.TAGS));
    Map<String, Integer> counts = new LinkedHashMap<>();
    tags.properties()
        .forEach(
            tag ->
                counts.put(
                    tag.getKey(), as(CatalogFiles.TAGS, tag.getValue(), JsonNode::intValue)));
    return Collections.unmodifiableMap(counts);
  }

  /**
   * The ordinal of an operation named by its id or by {@code METHOD /path}. The method may be in
   * any case; blanks around and between do not count, nor does a slash more or less at either end
   * of the path as long as that leaves no doubt.
   */
  public OptionalInt find(String operation) {
    for (List<String> keys : OperationName.keys(operation)) {
      int[] found =
          keys.stream().map(this::lookup).flatMapToInt(OptionalInt::stream).distinct().toArray();
      if (found.length == 1) {
        return OptionalInt.of(found[0]);
      }
      if (found.length > 1) {
        return OptionalInt.empty();
      }
    }
    return OptionalInt.empty();
  }

  /**
   * What a search hit shows of an operation.
   *
   * @throws IndexOutOfBoundsException if there is no such ordinal
   */
  public OperationCard card(int ordinal) {
    String name = CatalogFiles.cards(slice(ordinal));
    return as(name, element(name, ordinal), CardJson::read);
  }

  /**
   * All the document says of an operation.
   *
   * @throws IndexOutOfBoundsException if there is no such ordinal
   */
  public ObjectNode details(int ordinal) {
    String name = CatalogFiles.details(slice(ordinal));
    return as(name, element(name, ordinal), JsonNode::asObject);
  }

  /** A schema by its canonical reference; empty if the document has none by that name. */
  public Optional<JsonNode> schema(String reference) {
    String name = CatalogFiles.schemas(CatalogFiles.shardOf(reference, schemaShards));
    return resources.shard(name).member(reference).map(json -> resources.parse(name, json));
  }

  private OptionalInt lookup(String key) {
    String name = CatalogFiles.lookup(CatalogFiles.shardOf(key, lookupShards));
    return resources
        .shard(name)
        .member(key)
        .map(json -> OptionalInt.of(as(name, resources.parse(name, json), JsonNode::intValue)))
        .orElseGet(OptionalInt::empty);
  }

  private int slice(int ordinal) {
    return Objects.checkIndex(ordinal, size) / CatalogFiles.SLICE;
  }

  private JsonNode element(String name, int ordinal) {
    byte[] json =
        resources
            .shard(name)
            .element(ordinal % CatalogFiles.SLICE)
            .orElseThrow(() -> resources.damaged(name, null));
    return resources.parse(name, json);
  }

  private int count(JsonNode header, String member, int least) {
    int count = as(CatalogFiles.HEADER, header, node -> node.required(member).intValue());
    if (count < least) {
      throw resources.damaged(CatalogFiles.HEADER, null);
    }
    return count;
  }

  private <T> T as(String name, JsonNode node, Function<JsonNode, T> reader) {
    try {
      return reader.apply(node);
    } catch (JacksonException | IllegalArgumentException e) {
      throw resources.damaged(name, e);
    }
  }
}
