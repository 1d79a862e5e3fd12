package dev.dragoman.runtime.catalog;

import dev.dragoman.runtime.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the catalog's resources; called by the generator. Equal input produces equal bytes,
 * regardless of the order of the schemas.
 */
public final class CatalogWriter {
  private CatalogWriter() {}

  /**
   * One operation.
   *
   * @param card what search hits show
   * @param details JSON text (see {@link Catalog#details})
   * @param formerIds ids that it had before it was renamed, by which it is still found
   */
  public record Entry(OperationCard card, String details, List<String> formerIds) {
    public Entry {
      Objects.requireNonNull(card);
      Objects.requireNonNull(details);
      formerIds = List.copyOf(formerIds);
    }

    /** An operation that had no other id before. */
    public Entry(OperationCard card, String details) {
      this(card, details, List.of());
    }
  }

  /**
   * Writes the resources, keyed by name relative to the resource root.
   *
   * @param entries in ordinal order
   * @param schemas JSON text of each schema by its canonical reference
   * @throws IllegalArgumentException if two operations have the same id
   */
  public static Map<String, byte[]> write(List<Entry> entries, Map<String, String> schemas) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    long schemaSize = schemas.values().stream().mapToLong(String::length).sum();
    int schemaShards = CatalogFiles.shards(schemaSize, CatalogFiles.SCHEMA_SHARD_SIZE);
    int lookupShards = CatalogFiles.shards(2L * entries.size(), CatalogFiles.NAMES_PER_SHARD);
    files.put(CatalogFiles.HEADER, header(entries.size(), lookupShards, schemaShards));
    files.put(CatalogFiles.TAGS, tags(entries));
    hashed(files, lookup(entries), lookupShards, CatalogFiles::lookup);
    sliced(files, entries, entry -> CardJson.write(entry.card()), CatalogFiles::cards);
    sliced(files, entries, entry -> CatalogJson.onOneLine(entry.details()), CatalogFiles::details);
    hashed(files, new TreeMap<>(schemas), schemaShards, CatalogFiles::schemas);
    return files;
  }

  private static byte[] header(int operations, int lookupShards, int schemaShards) {
    String json =
        "{\"format\":%d,\"operations\":%d,\"lookupShards\":%d,\"schemaShards\":%d}\n"
            .formatted(CatalogFiles.FORMAT, operations, lookupShards, schemaShards);
    return json.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] tags(List<Entry> entries) {
    Map<String, Integer> counts = new TreeMap<>();
    entries.stream()
        .map(entry -> entry.card().tag())
        .filter(tag -> !tag.isEmpty())
        .forEach(tag -> counts.merge(tag, 1, Integer::sum));
    ObjectNode tags = JsonNodeFactory.instance.objectNode();
    counts.forEach(tags::put);
    return (JsonWriter.write(tags) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Ordinals by name. An id takes precedence over another operation's identical route, and both
   * over a former id.
   */
  private static Map<String, String> lookup(List<Entry> entries) {
    Map<String, String> ordinals = new HashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      String id = entries.get(i).card().id();
      if (ordinals.put(id, Integer.toString(i)) != null) {
        throw new IllegalArgumentException("Duplicate operation id " + id);
      }
    }
    for (int i = 0; i < entries.size(); i++) {
      OperationCard card = entries.get(i).card();
      ordinals.putIfAbsent(card.method() + " " + card.path(), Integer.toString(i));
    }
    for (int i = 0; i < entries.size(); i++) {
      for (String former : entries.get(i).formerIds()) {
        ordinals.putIfAbsent(former, Integer.toString(i));
      }
    }
    return new TreeMap<>(ordinals);
  }

  private static void sliced(
      Map<String, byte[]> files,
      List<Entry> entries,
      Function<Entry, String> json,
      IntFunction<String> name) {
    for (int start = 0; start < entries.size(); start += CatalogFiles.SLICE) {
      int end = Math.min(start + CatalogFiles.SLICE, entries.size());
      List<String> lines = entries.subList(start, end).stream().map(json).toList();
      files.put(name.apply(start / CatalogFiles.SLICE), Shard.array(lines));
    }
  }

  private static void hashed(
      Map<String, byte[]> files, Map<String, String> sorted, int shards, IntFunction<String> name) {
    List<List<String>> lines = new ArrayList<>();
    for (int i = 0; i < shards; i++) {
      lines.add(new ArrayList<>());
    }
    sorted.forEach(
        (key, value) ->
            lines
                .get(CatalogFiles.shardOf(key, shards))
                .add(Shard.member(key, CatalogJson.onOneLine(value))));
    for (int i = 0; i < shards; i++) {
      files.put(name.apply(i), Shard.object(lines.get(i)));
    }
  }
}
