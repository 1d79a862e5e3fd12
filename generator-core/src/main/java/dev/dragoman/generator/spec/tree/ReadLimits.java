package dev.dragoman.generator.spec.tree;

/**
 * The limits of a document.
 *
 * @param bytes maximum size of all files together
 * @param depth maximum nesting of objects and arrays
 * @param aliases maximum number of YAML aliases of collections; more are accepted only as long as
 *     they do not add more values than the document itself contains
 * @param aliasedValues maximum number of values that YAML aliases may add in total
 */
public record ReadLimits(long bytes, int depth, int aliases, long aliasedValues) {
  /** 64 MiB, 100 levels, 50 aliases of collections, one million aliased values. */
  public static final ReadLimits DEFAULT = new ReadLimits(64L << 20, 100, 50, 1_000_000);

  /** These limits with another maximum size. */
  public ReadLimits withBytes(long newBytes) {
    return new ReadLimits(newBytes, depth, aliases, aliasedValues);
  }
}
