package dev.dragoman.runtime.catalog;

import java.util.Locale;

/** What writer and reader agree on: names of resources, sizes of shards, who is in which shard. */
final class CatalogFiles {
  /** Raised when a reader of one version cannot read what a writer of another wrote. */
  static final int FORMAT = 2;

  static final String HEADER = "catalog.json";

  /** How many operations each tag has: nobody should have to read all cards to list the tags. */
  static final String TAGS = "tags.json";

  /** Operations in one shard of cards or details. */
  static final int SLICE = 50;

  /** Names in one shard of the look-up table, about. */
  static final int NAMES_PER_SHARD = 500;

  /** Characters in one shard of schemas, about. */
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

  /** How many shards hold that much; at least one. */
  static int shards(long size, int perShard) {
    return (int) Math.max(1, (size + perShard - 1) / perShard);
  }

  private static String name(String kind, int shard) {
    return String.format(Locale.ROOT, "%s-%03d.json", kind, shard);
  }
}
