package dev.dragoman.runtime.search.index;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** The index resource, read in place. See {@link IndexLayout}. */
public final class IndexData {
  private final ByteBuffer bytes;
  private final int operations;
  private final int terms;
  private final int textStarts;
  private final int postingStarts;
  private final int texts;
  private final int postings;

  /**
   * Verifies that the bytes were written by the writer; after that, their content is trusted.
   *
   * @throws IllegalArgumentException if they were not
   */
  public IndexData(ByteBuffer source) {
    bytes = source.slice().order(ByteOrder.BIG_ENDIAN);
    check(bytes.limit() >= IndexLayout.HEADER, "it is too short");
    check(bytes.getInt(0) == IndexLayout.MAGIC, "it is not a search index");
    check(bytes.getInt(4) == IndexLayout.VERSION, "its format version is not supported");
    CRC32 crc = new CRC32();
    crc.update(bytes.slice(IndexLayout.CHECKED_FROM, bytes.limit() - IndexLayout.CHECKED_FROM));
    check(bytes.getInt(8) == (int) crc.getValue(), "its checksum is wrong");
    operations = bytes.getInt(12);
    terms = bytes.getInt(16);
    long afterOperations = IndexLayout.HEADER + (long) IndexLayout.OPERATION * operations;
    long afterTables = afterOperations + 8L * (terms + 1L);
    long end = afterTables + bytes.getInt(20) + bytes.getInt(24);
    check(operations >= 0 && terms >= 0 && bytes.getInt(20) >= 0, "its sizes are wrong");
    check(end == bytes.limit(), "its length is wrong");
    textStarts = (int) afterOperations;
    postingStarts = textStarts + 4 * (terms + 1);
    texts = (int) afterTables;
    postings = texts + bytes.getInt(20);
  }

  private static void check(boolean holds, String problem) {
    if (!holds) {
      throw new IllegalArgumentException(
          "The search index cannot be read: " + problem + "; rebuild the server.");
    }
  }

  public int operations() {
    return operations;
  }

  public OperationTraits shape(int ordinal) {
    return OperationTraits.decoded(bytes.getInt(operation(ordinal)));
  }

  /** The sum of the idf of the terms of summary and path. */
  public float titleWeight(int ordinal) {
    return bytes.getFloat(operation(ordinal) + 4);
  }

  /** The term of the resource at the end of the path; -1 if it has none. */
  public int subject(int ordinal) {
    return bytes.getInt(operation(ordinal) + 8);
  }

  /** The n-th operation that returns path parameters of this one; -1 if there are fewer. */
  public int producer(int ordinal, int n) {
    return bytes.getInt(operation(ordinal) + 12 + 4 * n);
  }

  private static int operation(int ordinal) {
    return IndexLayout.HEADER + IndexLayout.OPERATION * ordinal;
  }

  /** The number of a term; -1 if no operation contains it. */
  public int term(String text) {
    byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
    int low = 0;
    int high = terms - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = compare(middle, wanted);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  /** The text of a term: the inverse of {@link #term(String)}. */
  public String text(int term) {
    int from = texts + bytes.getInt(textStarts + 4 * term);
    byte[] text = new byte[texts + bytes.getInt(textStarts + 4 * term + 4) - from];
    bytes.get(from, text);
    return new String(text, StandardCharsets.UTF_8);
  }

  private int compare(int term, byte[] wanted) {
    int at = texts + bytes.getInt(textStarts + 4 * term);
    int length = texts + bytes.getInt(textStarts + 4 * term + 4) - at;
    for (int i = 0; i < Math.min(length, wanted.length); i++) {
      int order = Byte.toUnsignedInt(bytes.get(at + i)) - Byte.toUnsignedInt(wanted[i]);
      if (order != 0) {
        return order;
      }
    }
    return length - wanted.length;
  }

  public Postings postings(int term) {
    return new Postings(term);
  }

  /** The number of operations that contain a term. */
  public int frequency(int term) {
    return postings(term).remaining;
  }

  public float idf(int term) {
    return IndexLayout.idf(operations, frequency(term));
  }

  /** Iterates over the operations that contain a term, by ordinal. */
  public final class Postings {
    private int at;
    private int remaining;
    private int ordinal;
    private int mark;

    private Postings(int term) {
      at = postings + bytes.getInt(postingStarts + 4 * term);
      remaining = varint();
    }

    public boolean next() {
      if (remaining == 0) {
        return false;
      }
      remaining--;
      ordinal += varint();
      mark = bytes.get(at++);
      return true;
    }

    public int ordinal() {
      return ordinal;
    }

    /** The impact of the term on the operation, above 0 to 1. */
    public float impact() {
      return (float) (mark & IndexLayout.MAX_IMPACT) / IndexLayout.MAX_IMPACT;
    }

    public boolean inTitle() {
      return (mark & IndexLayout.IN_TITLE) != 0;
    }

    private int varint() {
      int value = 0;
      for (int shift = 0; shift < 35; shift += 7) {
        int next = bytes.get(at++);
        value |= (next & 0x7F) << shift;
        if (next >= 0) {
          break;
        }
      }
      return value;
    }
  }
}
