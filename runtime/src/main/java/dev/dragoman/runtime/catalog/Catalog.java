package dev.dragoman.runtime.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the catalog's resources, each shard on first use. Thread-safe. The cost of opening a
 * catalog does not depend on its number of operations.
 *
 * <p>The details of an operation are an object: {@code description}; {@code parameters}: array of
 * {@code {name, argument, in, required, description, schema, example}}; {@code body}: {@code
 * {required, description, content: {<media type>: {schema, examples: [...]}}}}; {@code responses}:
 * {@code {<status>: {description, content: {<media type>: {schema, examples: [...]}}}}}; {@code
 * paging}, if the operation returns its items in pages: {@code {kind, in, parameter, argument,
 * field, items, first, size, sizeMax, more, last, total}}. Empty members are absent. Schemas are
 * verbatim, numbers with all their digits; every {@code $ref} in them is a canonical reference for
 * {@link #schema}.
 *
 * <p>Of {@code paging}, {@code kind} is {@code page}, {@code offset}, {@code cursor}, {@code
 * lastItem}, {@code link} or {@code url}. The next page is requested by {@code parameter} (for
 * agents {@code argument}) in the {@code query}, {@code header} or {@code body} that {@code in}
 * says; its value, or a URL with it, is at {@code field} of the body, or of the last item. {@code
 * items} is the list, {@code first} the number of the first page or item, {@code size} the argument
 * for the size of a page, which is at most {@code sizeMax}. {@code more} and {@code last} are
 * booleans, {@code total} is a number in the body. Paths are names with dots between them, or JSON
 * Pointers (RFC 6901) if they begin with a slash; these members and {@code parameter} may be empty.
 *
 * <p>Every result belongs to the caller: changes to a returned node are not visible to others. All
 * methods throw {@link IllegalStateException} if a resource is missing or damaged.
 */
public final class Catalog {
  private final CatalogResources resources;
  private final SoftCache<Integer, OperationCard> cards = new SoftCache<>();

  /** Of the names that were looked up; there are no more than the document has. */
  private final Map<String, Integer> ordinals = new ConcurrentHashMap<>();

  private final int size;
  private final int lookupShards;
  private final int schemaShards;

  /** What is written before every id; usually empty. */
  private final String prefix;

  private Catalog(CatalogResources resources, JsonNode header, String prefix) {
    this.resources = resources;
    this.prefix = prefix;
    size = count(header, "operations", 0);
    lookupShards = count(header, "lookupShards", 1);
    schemaShards = count(header, "schemaShards", 1);
  }

  /**
   * Opens the catalog below a resource root.
   *
   * @param anchor the class whose class loader finds the resources
   * @param resourceRoot a path as in {@link Class#getResource}: relative to the class path's root
   *     with a leading slash, relative to the anchor's package without
   * @throws IllegalStateException if there is no catalog, or one with another format
   */
  public static Catalog of(Class<?> anchor, String resourceRoot) {
    return of(anchor, resourceRoot, "");
  }

  /**
   * The same for a server of several APIs: the ids of operations have a prefix that names the API,
   * and operations are found with and without it.
   */
  public static Catalog of(Class<?> anchor, String resourceRoot, String prefix) {
    CatalogResources resources = new CatalogResources(anchor, resourceRoot);
    JsonNode header = resources.parse(CatalogFiles.HEADER, resources.bytes(CatalogFiles.HEADER));
    int format = header.path("format").intValue(0);
    if (format != CatalogFiles.FORMAT) {
      throw new IllegalStateException(
          "The catalog has format %d, but this runtime requires format %d; rebuild the server."
              .formatted(format, CatalogFiles.FORMAT));
    }
    return new Catalog(resources, header, prefix);
  }

  /** The number of operations. */
  public int size() {
    return size;
  }

  /** The number of operations per first tag. */
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
   * The ordinal of an operation given by its id, by one that it had before the document renamed it,
   * or by {@code METHOD /path}. The method is case-insensitive; white space around and between the
   * parts is ignored, and so is a missing or additional slash at either end of the path if the
   * result is unambiguous.
   */
  public OptionalInt find(String operation) {
    String name = withoutPrefix(operation);
    OptionalInt exact = lookup(name);
    if (exact.isPresent()) {
      return exact;
    }
    for (List<String> keys : OperationName.spellings(name)) {
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

  /** What to tell a caller who used a former id for an operation; empty for any other name. */
  public Optional<String> renamed(String name, OperationCard card) {
    String route = card.method() + " " + card.path();
    return OperationName.isPresent(withoutPrefix(name), withoutPrefix(card.id()), route)
        ? Optional.empty()
        : Optional.of("the operation " + name.strip() + " is now named " + card.id());
  }

  /** The name of an operation without the prefix of its API, as in the document. */
  public String withoutPrefix(String operation) {
    return !prefix.isEmpty() && operation.startsWith(prefix)
        ? operation.substring(prefix.length()).strip()
        : operation;
  }

  /**
   * All ids, former ids and routes of operations, without a prefix, for messages about a name that
   * is neither; reads them all.
   */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    for (int shard = 0; shard < lookupShards; shard++) {
      String file = CatalogFiles.lookup(shard);
      names.addAll(resources.parse(file, resources.bytes(file)).propertyNames());
    }
    return names;
  }

  /**
   * The operation as shown in search results.
   *
   * @throws IndexOutOfBoundsException if there is no such ordinal
   */
  public OperationCard card(int ordinal) {
    return cards.get(ordinal, () -> readCard(ordinal));
  }

  private OperationCard readCard(int ordinal) {
    String name = CatalogFiles.cards(slice(ordinal));
    return as(name, element(name, ordinal), CardJson::read).prefixed(prefix);
  }

  /**
   * Everything the document says about an operation.
   *
   * @throws IndexOutOfBoundsException if there is no such ordinal
   */
  public ObjectNode details(int ordinal) {
    String name = CatalogFiles.details(slice(ordinal));
    return as(name, element(name, ordinal), JsonNode::asObject);
  }

  /** A schema by its canonical reference; empty if the document does not contain it. */
  public Optional<JsonNode> schema(String reference) {
    String name = CatalogFiles.schemas(CatalogFiles.shardOf(reference, schemaShards));
    return resources.shard(name).member(reference).map(json -> resources.parse(name, json));
  }

  private OptionalInt lookup(String key) {
    int known = ordinals.getOrDefault(key, -1);
    if (known >= 0) {
      return OptionalInt.of(known);
    }
    OptionalInt found = readOrdinal(key);
    found.ifPresent(ordinal -> ordinals.put(key, ordinal));
    return found;
  }

  private OptionalInt readOrdinal(String key) {
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
