package dev.dragoman.runtime.search.index;

/**
 * The layout of the index resource; all numbers are big-endian.
 *
 * <pre>
 * int    magic, format version, CRC-32 of what follows
 * int    operations, terms, bytes of term texts, bytes of postings
 * per operation   int shape, float idf sum of its title, int term of its subject, 3 × int producers (-1: none)
 * per term, +1    int start of its text; texts are UTF-8, in the order of their bytes
 * per term, +1    int start of its postings
 * term texts
 * postings: per term varint count, then per posting varint step to the ordinal and a byte:
 *           bit 7 in the title, bits 0-6 the impact of the term on the operation
 * </pre>
 */
public final class IndexLayout {
  static final int MAGIC = 0x44524753;
  static final int VERSION = 2;

  static final int CHECKED_FROM = 12;
  static final int HEADER = 28;

  public static final int PRODUCERS = 3;
  static final int OPERATION = 12 + 4 * PRODUCERS;

  /** The prefix of terms for synonyms of a word. */
  public static final String SYNONYM = "~";

  static final int IN_TITLE = 0x80;
  static final int MAX_IMPACT = 0x7F;

  private IndexLayout() {}

  /** The rarity of a term: inverse document frequency as in BM25, always above 0. */
  public static float idf(int operations, int frequency) {
    return (float) Math.log1p((operations - frequency + 0.5) / (frequency + 0.5));
  }
}
