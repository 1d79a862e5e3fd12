package dev.dragoman.generator.spec;

/**
 * What a document may ask of the reader.
 *
 * @param bytes of all files together
 * @param depth of nested objects and arrays
 * @param aliases YAML aliases of collections; more are read only while they add no more values than
 *     the document has of its own
 * @param aliasedValues values that YAML aliases may add in all
 */
record Limits(long bytes, int depth, int aliases, long aliasedValues) {
  static final Limits DEFAULT = new Limits(64L << 20, 100, 50, 1_000_000);

  Limits withBytes(long newBytes) {
    return new Limits(newBytes, depth, aliases, aliasedValues);
  }
}
