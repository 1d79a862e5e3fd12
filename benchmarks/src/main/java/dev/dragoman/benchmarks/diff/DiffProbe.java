package dev.dragoman.benchmarks.diff;

import dev.dragoman.generator.DocumentDiff;
import dev.dragoman.generator.SpecInput;
import dev.dragoman.generator.diff.Change;
import dev.dragoman.generator.diff.Comparison;
import dev.dragoman.generator.options.GenerationOptions;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares two documents in a separate JVM and prints the added and removed routes, the number of
 * changes, and the peak of the heap.
 */
final class DiffProbe {
  private static final Pattern ROUTE =
      Pattern.compile("([A-Z-]+ \\S+) (?:is new|was removed)\\b.*");

  private DiffProbe() {}

  /** Arguments: the older and the newer document. */
  public static void main(String[] args) {
    Comparison comparison = compare(Path.of(args[0]), Path.of(args[1]));
    routes(comparison).forEach(System.out::println);
    System.out.println("changes\t" + comparison.changes().size());
    long bytes = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      bytes += pool.getType() == MemoryType.HEAP ? pool.getPeakUsage().getUsed() : 0;
    }
    System.out.println("heap\t" + bytes / 1024 / 1024);
  }

  /** Code and route of every operation that was added or removed, separated by a tab. */
  static List<String> routes(Comparison comparison) {
    List<String> routes = new ArrayList<>();
    for (Change change : comparison.changes()) {
      Matcher route = ROUTE.matcher(change.what());
      if (change.code().matches("operation-(added|removed)") && route.matches()) {
        routes.add(change.code() + "\t" + route.group(1));
      }
    }
    return routes;
  }

  static Comparison compare(Path older, Path newer) {
    return DocumentDiff.compare(
        SpecInput.of(older), SpecInput.of(newer), GenerationOptions.inPackage("compared"));
  }
}
