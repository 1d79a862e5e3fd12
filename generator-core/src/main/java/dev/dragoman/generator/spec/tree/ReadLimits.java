package dev.dragoman.generator.spec.tree;

/**
 * What a document may ask of the reader.
 *
 * @param bytes of all files together
 * @param depth of nested objects and arrays
 * @param aliases YAML aliases of collections; more are read only while they add no more values than
 *     the document has of its own
 * @param aliasedValues values that YAML aliases may add in all
 */
public record ReadLimits(long bytes, int depth, int aliases, long aliasedValues) {
  public static final ReadLimits DEFAULT = new ReadLimits(64L << 20, 100, 50, 1_000_000);

  public ReadLimits withBytes(long newBytes) {
    return new ReadLimits(newBytes, depth, aliases, aliasedValues);
  }
}
