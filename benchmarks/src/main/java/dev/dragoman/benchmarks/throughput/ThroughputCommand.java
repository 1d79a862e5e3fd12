package dev.dragoman.benchmarks.throughput;

import dev.dragoman.benchmarks.BadInputException;
import dev.dragoman.benchmarks.Home;
import dev.dragoman.benchmarks.measure.Jdk;
import dev.dragoman.benchmarks.throughput.load.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures how fast the server is, compared with the API itself and with another server. */
@Command(
    name = "throughput",
    header = "Added time, calls a second and warm-up, beside the TypeScript SDK.",
    description =
        "Measures execute, search and tools/list on each version of Java: from the start until the rate"
            + " is steady, then with eight callers without a pause, and with one caller who pauses."
            + " Compares with calls straight to the API and through a server of the TypeScript SDK"
            + " (needs Node and npm), and has 500 calls in flight at once, with a heap of 256 MB."
            + " Uses wrk and nginx where they are installed. Exit code 1 when a call fails or a"
            + " figure misses its bound.")
public final class ThroughputCommand implements Callable<Integer> {
  private static final List<Integer> VERSIONS = List.of(17, 25);

  @Option(
      names = "--quick",
      description =
          "Three short rounds on one version of Java, hardly warmed up. Exit code 1 when a call fails"
              + " or execute has less than half of the throughput of the TypeScript SDK.")
  private boolean quick;

  @Option(
      names = "--java",
      paramLabel = "PATH",
      description =
          "A Java installation to run the server on; repeatable. By default, 17 and 25 where they"
              + " are found; with --quick, the one that runs this command.")
  private List<Path> javas = new ArrayList<>();

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      split = ",",
      description = "Measure only these: ${COMPLETION-CANDIDATES}.")
  private List<Kind> kinds = List.of(Kind.values());

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<Jdk> jdks = jdks();
    Path folder = Home.emptyFolder("throughput");
    boolean good;
    try (Comparison comparison = Comparison.start(folder, quick, jdks, kinds)) {
      good = comparison.run();
    } finally {
      Home.delete(folder);
    }
    good &= InFlight.measure(500, quick ? 1 : 3);
    System.out.println(good ? "all as it should be" : "SHORT");
    return good ? 0 : 1;
  }

  private List<Jdk> jdks() throws InterruptedException {
    try {
      List<Jdk> jdks = new ArrayList<>();
      for (Path java : javas) {
        jdks.add(Jdk.at(java));
      }
      if (jdks.isEmpty() && !quick) {
        jdks.addAll(Jdk.found(VERSIONS));
      }
      return jdks.isEmpty() ? List.of(Jdk.at(Path.of(System.getProperty("java.home")))) : jdks;
    } catch (IOException e) {
      throw new BadInputException(String.valueOf(e.getMessage()));
    }
  }
}
