package dev.dragoman.runtime.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that a mistaken one was probably meant to be. */
public final class NearestName {
  private NearestName() {}

  /** The nearest of the known names; empty when none is near. */
  public static Optional<String> to(String mistaken, Collection<String> known) {
    String plain = plain(mistaken);
    int tolerance = Math.max(1, plain.length() / 3);
    return known.stream()
        .min(Comparator.comparingInt(name -> distance(plain, plain(name))))
        .filter(name -> distance(plain, plain(name)) <= tolerance);
  }

  /** Spelling without case and separators: {@code pageSize}, {@code page_size} are one. */
  private static String plain(String name) {
    String letters = name.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    return letters.substring(0, Math.min(letters.length(), 64));
  }

  /** Levenshtein's distance: insertions, deletions and replacements. */
  private static int distance(String left, String right) {
    int[] row = new int[right.length() + 1];
    for (int column = 0; column <= right.length(); column++) {
      row[column] = column;
    }
    for (int line = 1; line <= left.length(); line++) {
      int diagonal = row[0];
      row[0] = line;
      for (int column = 1; column <= right.length(); column++) {
        int replaced = diagonal + (left.charAt(line - 1) == right.charAt(column - 1) ? 0 : 1);
        diagonal = row[column];
        row[column] = Math.min(replaced, Math.min(row[column], row[column - 1]) + 1);
      }
    }
    return row[right.length()];
  }
}
