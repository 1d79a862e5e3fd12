package dev.dragoman.benchmarks.serving;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Medians, percentiles and a table. */
public final class Figures {
  private static final double NANOS_PER_MILLI = 1e6;

  private Figures() {}

  /**
   * A percentile, in milliseconds.
   *
   * @param nanos in any order; not empty
   * @param share 0.5 for the median
   */
  public static double percentile(long[] nanos, double share) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    int index = (int) Math.ceil(share * sorted.length) - 1;
    return sorted[Math.max(0, index)] / NANOS_PER_MILLI;
  }

  public static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /** A number for a table. */
  public static String text(double value) {
    return String.format(Locale.ROOT, value < 100 ? "%.2f" : "%.0f", value);
  }

  /** Prints rows of tab-separated cells in columns. */
  public static void print(List<String> rows) {
    List<String[]> cells = rows.stream().map(row -> row.split("\t", -1)).toList();
    int columns = cells.stream().mapToInt(row -> row.length).max().orElse(0);
    int[] widths = new int[columns];
    cells.forEach(
        row -> {
          for (int column = 0; column < row.length; column++) {
            widths[column] = Math.max(widths[column], row[column].length());
          }
        });
    for (String[] row : cells) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.length; column++) {
        line.append(row[column]).append(" ".repeat(widths[column] - row[column].length() + 2));
      }
      System.out.println(line.toString().stripTrailing());
    }
  }
}
