package dev.dragoman.runtime.search.vector;

import dev.dragoman.runtime.search.index.IndexedOperation;
import dev.dragoman.runtime.search.text.Tokenizer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/**
 * What each operation means, as a vector: made with the server, read in place. A resource with
 *
 * <pre>
 * int    magic, format version, CRC-32 of what follows
 * int    operations, dimensions; byte length of the encoder's name, the name in UTF-8
 * per operation   float length of what follows, dimensions × byte
 * </pre>
 */
public final class OperationVectors {
  private static final int MAGIC = 0x44524756;
  private static final int VERSION = 1;
  private static final int CHECKED_FROM = 12;

  /** How many words of a description are encoded: the rest is conditions and examples. */
  private static final int DESCRIPTION_WORDS = 20;

  private final ByteBuffer bytes;
  private final int operations;
  private final int dimensions;
  private final String encoder;
  private final int start;

  private OperationVectors(ByteBuffer source) {
    bytes = source.slice();
    check(bytes.limit() > CHECKED_FROM + 9);
    check(bytes.getInt(0) == MAGIC && bytes.getInt(4) == VERSION);
    CRC32 crc = new CRC32();
    crc.update(bytes.slice(CHECKED_FROM, bytes.limit() - CHECKED_FROM));
    check(bytes.getInt(8) == (int) crc.getValue());
    operations = bytes.getInt(12);
    dimensions = bytes.getInt(16);
    byte[] name = new byte[bytes.get(20)];
    bytes.get(21, name);
    encoder = new String(name, StandardCharsets.UTF_8);
    start = 21 + name.length;
    check(bytes.limit() == start + (long) operations * (4 + dimensions));
  }

  private static void check(boolean holds) {
    if (!holds) {
      throw new IllegalArgumentException(
          "The vectors of the operations cannot be read; rebuild the server.");
    }
  }

  /**
   * Reads the output of {@link #write}.
   *
   * @throws IllegalArgumentException if the bytes are not valid
   */
  public static OperationVectors read(ByteBuffer bytes) {
    return new OperationVectors(bytes);
  }

  /** Writes the vectors as one binary resource. */
  public static byte[] write(List<IndexedOperation> operations, SentenceEncoder encoder) {
    List<float[]> vectors = operations.stream().map(o -> encoder.encode(text(o))).toList();
    int dimensions = vectors.isEmpty() ? 0 : vectors.get(0).length;
    byte[] name = encoder.name().getBytes(StandardCharsets.UTF_8);
    ByteBuffer out = ByteBuffer.allocate(21 + name.length + operations.size() * (4 + dimensions));
    out.putInt(MAGIC).putInt(VERSION).putInt(0).putInt(operations.size()).putInt(dimensions);
    out.put((byte) name.length).put(name);
    vectors.forEach(vector -> put(vector, out));
    CRC32 crc = new CRC32();
    crc.update(out.array(), CHECKED_FROM, out.limit() - CHECKED_FROM);
    out.putInt(8, (int) crc.getValue());
    return out.array();
  }

  private static void put(float[] vector, ByteBuffer out) {
    float most = Float.MIN_NORMAL;
    for (float x : vector) {
      most = Math.max(most, Math.abs(x));
    }
    int at = out.position();
    out.putFloat(0);
    double square = 0;
    for (float x : vector) {
      byte rounded = (byte) Math.round(x * 127 / most);
      square += rounded * rounded;
      out.put(rounded);
    }
    out.putFloat(at, (float) Math.sqrt(Math.max(1, square)));
  }

  /**
   * The text that represents an operation: its tags, its summary, the words of its path, and the
   * beginning of its description.
   */
  static String text(IndexedOperation operation) {
    String path =
        String.join(" ", Tokenizer.document(operation.path().replaceAll("\\{[^}]*\\}", " ")));
    String[] words = operation.description().strip().split("\\s+");
    String description =
        String.join(" ", List.of(words).subList(0, Math.min(words.length, DESCRIPTION_WORDS)));
    String summary =
        operation.summary().isBlank()
            ? String.join(" ", Tokenizer.document(operation.id()))
            : operation.summary();
    return String.join(" ", operation.tags()) + ": " + summary + ". " + path + ". " + description;
  }

  public int operations() {
    return operations;
  }

  /** Whether the encoder's vectors are comparable with these. */
  public boolean isFor(SentenceEncoder other) {
    return encoder.equals(other.name());
  }

  /** The cosine similarity of a vector to each operation, by ordinal. */
  float[] similarities(float[] vector) {
    float[] similarities = new float[operations];
    for (int i = 0; i < operations; i++) {
      int at = start + i * (4 + dimensions);
      float product = 0;
      for (int d = 0; d < dimensions; d++) {
        product += vector[d] * bytes.get(at + 4 + d);
      }
      similarities[i] = product / bytes.getFloat(at);
    }
    return similarities;
  }
}
