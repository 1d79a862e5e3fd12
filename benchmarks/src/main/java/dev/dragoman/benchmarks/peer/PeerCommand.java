package dev.dragoman.benchmarks.peer;

import dev.dragoman.benchmarks.Home;
import dev.dragoman.benchmarks.arguments.Document;
import dev.dragoman.benchmarks.measure.Medians;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Measures the time from a document to a server that responds to tools/list, alternating between
 * Dragoman and the other generator.
 */
@Command(
    name = "peer",
    header = "From a document to a server, side by side with openapi-mcp-generator.",
    description =
        "Measures time and memory from a document to the response to tools/list, with this project and"
            + " with openapi-mcp-generator "
            + Theirs.VERSION
            + " (needs Node and npm). Exit code 1 when ours takes more than half of the time or"
            + " memory.")
public final class PeerCommand implements Callable<Integer> {
  private static final int ROUNDS = 3;

  /** Maximum ratio of our time to theirs. */
  private static final double MOST = 0.5;

  @Parameters(
      paramLabel = "SPEC",
      converter = Document.class,
      description = "The OpenAPI document.")
  private Path spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path document = spec.toAbsolutePath();
    Path folder = Home.emptyFolder("peer");
    try {
      System.err.println("installing what both need");
      return run(new Ours(document, folder.resolve("ours")), Theirs.installed(document, folder));
    } finally {
      Home.delete(folder);
    }
  }

  private static int run(Way ours, Way theirs) throws IOException, InterruptedException {
    List<Way.Round> ourRounds = new ArrayList<>();
    List<Way.Round> theirRounds = new ArrayList<>();
    System.out.println("generator\tround\tbuild_ms\tstart_ms\ttotal_ms\tpeak_mb\tremark");
    for (int round = 1; round <= ROUNDS; round++) {
      System.err.println("round " + round + " of " + ROUNDS);
      theirRounds.add(printed(theirs, round));
      ourRounds.add(printed(ours, round));
    }
    boolean fast = ratio("time (ms)", ourRounds, theirRounds, Way.Round::millis);
    boolean small = ratio("peak memory (MB)", ourRounds, theirRounds, Way.Round::peakMegabytes);
    System.out.println(
        "# total: document to the answer to tools/list; npm install, downloads and the build of"
            + " this project not counted; memory: resident sets of the process and its descendants"
            + " added up every 10 ms, the largest of the steps");
    return fast && small ? 0 : 1;
  }

  private static Way.Round printed(Way way, int number) throws IOException, InterruptedException {
    Way.Round round = way.round();
    System.out.printf(
        Locale.ROOT,
        "%s\t%d\t%.0f\t%.0f\t%.0f\t%.0f\t%s%n",
        way.name(),
        number,
        round.buildMillis(),
        round.startMillis(),
        round.millis(),
        round.peakMegabytes(),
        round.remark());
    return round;
  }

  private static boolean ratio(
      String what,
      List<Way.Round> ours,
      List<Way.Round> theirs,
      ToDoubleFunction<Way.Round> value) {
    double our = Medians.of(ours.stream().map(value::applyAsDouble).toList());
    double their = Medians.of(theirs.stream().map(value::applyAsDouble).toList());
    boolean fine = our <= MOST * their;
    System.out.printf(
        Locale.ROOT,
        "# %s  median %s: ours %.0f, theirs %.0f, ratio %.2f (at most %.1f)%n",
        fine ? "ok  " : "FAIL",
        what,
        our,
        their,
        our / their,
        MOST);
    return fine;
  }
}
