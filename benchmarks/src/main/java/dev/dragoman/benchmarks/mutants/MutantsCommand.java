package dev.dragoman.benchmarks.mutants;

import dev.dragoman.benchmarks.arguments.Count;
import dev.dragoman.benchmarks.arguments.Folder;
import dev.dragoman.benchmarks.mutants.Mutant.Fate;
import dev.dragoman.benchmarks.mutants.Mutant.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Breaks real documents at random and tries each mutant: it must become a server that compiles, or
 * be refused with a location. The same seed gives the same mutants; each failure includes a seed
 * that creates this mutant alone with {@code --count 1}.
 */
@Command(
    name = "mutants",
    header = "Breaks real documents and tries what becomes of each.",
    description =
        "Breaks ten documents in turns. Each mutant must become a server that compiles or be refused"
            + " with a place; exit code 1 otherwise. A failure names the seed that makes this mutant alone"
            + " with --count 1.")
public final class MutantsCommand implements Callable<Integer> {
  private static final int SECONDS = 60;

  /**
   * Minimum percentage of mutants with one error that must be built completely, except for the
   * affected part.
   */
  private static final int WHOLE_PERCENT = 95;

  @Parameters(
      paramLabel = "DIR",
      converter = Folder.class,
      description = "The folder of the documents.")
  private Path folder;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      defaultValue = "random",
      description =
          "random: break at random; faults: one fault each as people make them, of which 95 %% must"
              + " build whole but for what the fault touches (default: ${DEFAULT-VALUE}).")
  private Breakage kind;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "The seed of the first mutant (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "500",
      converter = Count.class,
      description = "How many mutants to make (default: ${DEFAULT-VALUE}).")
  private int count;

  /** How to break a document. */
  private enum Breakage {
    RANDOM,
    FAULTS
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<Original> originals = Original.of(folder);
    Path work = Files.createTempDirectory("dragoman-mutants");
    try {
      return run(originals, seed, count, kind == Breakage.FAULTS, work);
    } finally {
      delete(work);
    }
  }

  private static int run(List<Original> originals, long seed, int count, boolean faults, Path work)
      throws IOException, InterruptedException {
    ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    List<Future<Fate>> fates = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long own = seed + i;
      fates.add(threads.submit(() -> fate(original(originals, own), own, faults, work)));
    }
    Map<String, Map<Kind, Integer>> counts = new TreeMap<>();
    int failures = 0;
    int whole = 0;
    for (int i = 0; i < count; i++) {
      Fate fate = await(fates.get(i));
      Original original = original(originals, seed + i);
      counts
          .computeIfAbsent(original.name(), name -> new EnumMap<>(Kind.class))
          .merge(fate.kind(), 1, Integer::sum);
      if (fate.kind() == Kind.FAILED) {
        failures++;
        System.err.printf("--seed %d --count 1, %s: %s%n", seed + i, original.name(), fate.text());
      } else if (faults && fate.kind() != Kind.BUILT) {
        System.err.printf(
            "%s, seed %d, %s (%s): %s%n",
            fate.kind(), seed + i, original.name(), original.fault(seed + i), fate.text());
      }
      whole += fate.kind() == Kind.BUILT ? 1 : 0;
    }
    threads.shutdownNow();
    print(counts);
    System.err.println(failures + " of " + count + " failed");
    System.err.println(whole + " of " + count + " built whole");
    boolean enough = !faults || 100 * whole >= WHOLE_PERCENT * count;
    return failures == 0 && enough ? 0 : 1;
  }

  private static Original original(List<Original> originals, long seed) {
    return originals.get((int) Math.floorMod(seed, (long) originals.size()));
  }

  private static Fate fate(Original original, long seed, boolean faults, Path work)
      throws IOException {
    Path folder = Files.createDirectory(work.resolve(String.valueOf(seed)));
    try {
      Path document =
          Files.writeString(folder.resolve("mutant.json"), original.mutant(seed, faults));
      return Mutant.of(document, folder.resolve("out"));
    } finally {
      delete(folder);
    }
  }

  /**
   * The limit applies to the wait for the next mutant, because mutants are queued before they run.
   */
  private static Fate await(Future<Fate> fate) throws InterruptedException {
    try {
      return fate.get(SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      fate.cancel(true);
      return new Fate(Kind.FAILED, "nothing after " + SECONDS + " s");
    } catch (ExecutionException e) {
      return new Fate(Kind.FAILED, String.valueOf(e.getCause()));
    }
  }

  private static void print(Map<String, Map<Kind, Integer>> counts) {
    System.out.println("document\twhole\tpartly\trefused\tfailed");
    counts.forEach(
        (name, kinds) ->
            System.out.printf(
                "%s\t%d\t%d\t%d\t%d%n",
                name,
                kinds.getOrDefault(Kind.BUILT, 0),
                kinds.getOrDefault(Kind.PARTLY, 0),
                kinds.getOrDefault(Kind.REFUSED, 0),
                kinds.getOrDefault(Kind.FAILED, 0)));
  }

  private static void delete(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
