package dev.dragoman.benchmarks.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The memory of a process as Linux reports it.
 *
 * @param residentMegabytes its resident set: all pages in memory, those of files that other
 *     processes share included
 * @param proportionalMegabytes the same with shared pages divided among those who share them
 */
record Footprint(double residentMegabytes, double proportionalMegabytes) {

  /** Reads {@code /proc/PID/smaps_rollup} (proc(5)); zeros on other systems. */
  static Footprint of(long pid) {
    try {
      String rollup = Files.readString(Path.of("/proc", Long.toString(pid), "smaps_rollup"));
      return new Footprint(megabytes(rollup, "Rss:"), megabytes(rollup, "Pss:"));
    } catch (IOException notLinux) {
      return new Footprint(0, 0);
    }
  }

  private static double megabytes(String rollup, String label) {
    return rollup
            .lines()
            .filter(line -> line.startsWith(label))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .sum()
        / 1024.0;
  }
}
