package dev.dragoman.runtime.mask;

import dev.dragoman.runtime.mask.Spellings.Needle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Searches for several strings at once, skipping most characters (Wu and Manber, "A fast algorithm
 * for multi-pattern searching", 1994).
 */
final class Needles {
  private static final int BLOCK = 3;
  private static final int MAX_TABLE = 1 << 13;

  /** Spreads similar blocks over the table (2<sup>32</sup> divided by the golden ratio). */
  private static final int SPREAD = 0x9E3779B1;

  private final List<Needle> all;
  private final int shortest;
  private final int longest;
  private final byte[] shifts;

  /** The number of low bits of a hash that do not belong to the index in the table. */
  private final int lowBits;

  private final Map<Integer, List<Needle>> byBlock = new HashMap<>();

  Needles(List<Needle> all) {
    this.all = all;
    this.shortest = all.stream().mapToInt(one -> one.text().length()).min().orElse(0);
    this.shifts = new byte[table(all.size() * shortest)];
    this.lowBits = Integer.numberOfLeadingZeros(shifts.length) + 1;
    this.longest = all.stream().mapToInt(one -> one.text().length()).max().orElse(0);
    if (!all.isEmpty()) {
      prepare();
    }
  }

  /** A power of two: large enough that few blocks share a place, and quick to fill. */
  private static int table(int blocks) {
    return Math.min(MAX_TABLE, Integer.highestOneBit(Math.max(32, blocks)) << 5);
  }

  /**
   * Computes how far the search may skip for each block of three characters: up to the next
   * position at which any needle could contain this block.
   */
  private void prepare() {
    int farthest = Math.min(shortest - BLOCK + 1, Byte.MAX_VALUE);
    Arrays.fill(shifts, (byte) farthest);
    for (Needle needle : all) {
      String text = needle.text();
      for (int at = 0; at + BLOCK <= shortest; at++) {
        int hash = hash(text.charAt(at), text.charAt(at + 1), text.charAt(at + 2));
        int shift = Math.min(farthest, shortest - BLOCK - at);
        shifts[hash] = (byte) Math.min(shifts[hash], shift);
        if (shift == 0) {
          byBlock.computeIfAbsent(hash, unused -> new ArrayList<>()).add(needle);
        }
      }
    }
  }

  private int hash(char first, char second, char third) {
    return (((first * 31 + second) * 31 + third) * SPREAD) >>> lowBits;
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** All strings that are searched for. */
  List<Needle> all() {
    return all;
  }

  /** The length of the longest string. */
  int longest() {
    return longest;
  }

  /** Reports every needle and its start index. */
  void find(char[] text, int length, BiConsumer<Needle, Integer> found) {
    int end = shortest - 1;
    while (end < length) {
      int hash = hash(text[end - 2], text[end - 1], text[end]);
      int shift = shifts[hash];
      if (shift == 0) {
        for (Needle needle : byBlock.getOrDefault(hash, List.of())) {
          if (isAt(needle.text(), text, end - shortest + 1, length)) {
            found.accept(needle, end - shortest + 1);
          }
        }
        shift = 1;
      }
      end += shift;
    }
  }

  private static boolean isAt(String needle, char[] text, int start, int length) {
    if (start + needle.length() > length) {
      return false;
    }
    for (int index = 0; index < needle.length(); index++) {
      if (needle.charAt(index) != text[start + index]) {
        return false;
      }
    }
    return true;
  }
}
