package dev.dragoman.runtime.catalog;

/** The format shared by writer and reader: resource names, shard sizes and shard assignment. */
final class CatalogFiles {
  /** Incremented if a reader cannot read the output of a writer of another version. */
  static final int FORMAT = 3;

  static final String HEADER = "catalog.json";

  /** The number of operations per tag, so that listing the tags does not require all cards. */
  static final String TAGS = "tags.json";

  /** Operations in one shard of cards or details. */
  static final int SLICE = 50;

  /** Approximate number of names in one shard of the look-up table. */
  static final int NAMES_PER_SHARD = 500;

  /** Approximate number of characters in one shard of schemas. */
  static final int SCHEMA_SHARD_SIZE = 128 * 1024;

  private CatalogFiles() {}

  static String cards(int shard) {
    return name("cards", shard);
  }

  static String details(int shard) {
    return name("details", shard);
  }

  static String lookup(int shard) {
    return name("lookup", shard);
  }

  static String schemas(int shard) {
    return name("schemas", shard);
  }

  /** The shard of a key; {@link String#hashCode} is fixed by the language. */
  static int shardOf(String key, int shards) {
    return Math.floorMod(key.hashCode(), shards);
  }

  /** The number of shards for that size; at least one. */
  static int shards(long size, int perShard) {
    return (int) Math.max(1, (size + perShard - 1) / perShard);
  }

  private static String name(String kind, int shard) {
    String digits = String.valueOf(shard);
    return kind + "-" + "0".repeat(Math.max(0, 3 - digits.length())) + digits + ".json";
  }
}
