package dev.dragoman.runtime.text;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that is most similar to a misspelled one. */
public final class NearestName {
  private NearestName() {}

  /** The most similar known name; empty if none is similar enough. */
  public static Optional<String> to(String mistaken, Collection<String> known) {
    String plain = plain(mistaken);
    int tolerance = Math.max(1, plain.length() / 3);
    return known.stream()
        .min(Comparator.comparingInt(name -> distance(plain, plain(name))))
        .filter(name -> distance(plain, plain(name)) <= tolerance);
  }

  /** The name without case and separators: {@code pageSize} and {@code page_size} are equal. */
  private static String plain(String name) {
    String letters = name.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    return letters.substring(0, Math.min(letters.length(), 64));
  }

  /**
   * The Damerau-Levenshtein distance: insertions, deletions, replacements and swaps of two
   * neighbors count as one error each.
   */
  private static int distance(String left, String right) {
    int[] beforeLast = new int[right.length() + 1];
    int[] last = new int[right.length() + 1];
    Arrays.setAll(last, column -> column);
    for (int line = 1; line <= left.length(); line++) {
      int[] row = new int[right.length() + 1];
      row[0] = line;
      for (int column = 1; column <= right.length(); column++) {
        int same = left.charAt(line - 1) == right.charAt(column - 1) ? 0 : 1;
        int edited = Math.min(last[column], row[column - 1]) + 1;
        row[column] = Math.min(last[column - 1] + same, edited);
        if (areSwapped(left, line, right, column)) {
          row[column] = Math.min(row[column], beforeLast[column - 2] + 1);
        }
      }
      beforeLast = last;
      last = row;
    }
    return last[right.length()];
  }

  private static boolean areSwapped(String left, int line, String right, int column) {
    return line > 1
        && column > 1
        && left.charAt(line - 1) == right.charAt(column - 2)
        && left.charAt(line - 2) == right.charAt(column - 1);
  }
}
