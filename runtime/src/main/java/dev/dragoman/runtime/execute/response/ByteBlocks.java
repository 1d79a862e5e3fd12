package dev.dragoman.runtime.execute.response;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An unknown number of bytes, up to a limit, in blocks that are accounted for before they are
 * allocated. An array that doubles would need three times its size while it grows.
 */
final class ByteBlocks {
  private static final int FIRST = 8 * 1024;
  private static final int LARGEST = 64 * 1024;

  private final int maxBytes;
  private final int expected;
  private final ResponseMemory.Share memory;
  private final List<byte[]> full = new ArrayList<>();
  private byte[] last = new byte[0];
  private int used;
  private int length;

  /**
   * Creates an empty buffer.
   *
   * @param expected the expected number of bytes; negative if unknown. Not trusted before the first
   *     64 kB have arrived, so that a false declaration does not allocate memory
   */
  ByteBlocks(int maxBytes, long expected, ResponseMemory.Share memory) {
    this.maxBytes = maxBytes;
    this.expected = (int) Math.max(-1, Math.min(maxBytes, expected));
    this.memory = memory;
  }

  /**
   * Reads once.
   *
   * @return whether there may be more; false if the limit or the expected number is reached
   * @throws UpstreamException if there is no memory for more
   */
  boolean readFrom(InputStream in) throws IOException {
    if (used == last.length) {
      if (length == maxBytes || length == expected) {
        return false;
      }
      grow();
    }
    int count = in.read(last, used, last.length - used);
    used += Math.max(0, count);
    length += Math.max(0, count);
    return count >= 0;
  }

  private void grow() {
    if (expected > LARGEST && length == LARGEST) {
      memory.take(expected - length);
      last = Arrays.copyOf(last, expected);
      return;
    }
    int size = expected > length ? expected - length : Math.max(FIRST, last.length * 2);
    byte[] next = new byte[Math.min(taken(Math.min(size, LARGEST)), maxBytes - length)];
    if (used > 0) {
      full.add(last);
    }
    last = next;
    used = 0;
  }

  private int taken(int size) {
    memory.take(size);
    return size;
  }

  int length() {
    return length;
  }

  /** All bytes in one array; may be called only once. */
  byte[] join() {
    if (full.isEmpty()) {
      return used == last.length ? last : Arrays.copyOf(last, used);
    }
    byte[] all = new byte[length];
    int at = 0;
    for (byte[] block : full) {
      System.arraycopy(block, 0, all, at, block.length);
      at += block.length;
    }
    System.arraycopy(last, 0, all, at, used);
    full.clear();
    return all;
  }
}
