package dev.dragoman.benchmarks.stop;

import dev.dragoman.benchmarks.serving.Figures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Repeatedly stops a server while calls are in progress. */
@Command(
    name = "stop",
    header = "SIGTERM under load: calls lost or doubled, time to exit.",
    description =
        "Tells a server to stop while calls run. Exit code 1 when a call is lost or doubled, or when"
            + " the server takes more than 10 seconds to exit.")
public final class StopCommand implements Callable<Integer> {
  private static final int MAX_SECONDS = 10;

  @Option(names = "--quick", description = "3 rounds in place of 20.")
  private boolean quick;

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<StopRound.Result> results = new ArrayList<>();
    for (int round = 1; round <= (quick ? 3 : 20); round++) {
      StopRound.Result result = new StopRound(MAX_SECONDS).run();
      System.err.println("stop: round " + round + ", " + result);
      results.add(result);
    }
    return report(results);
  }

  private static int report(List<StopRound.Result> results) {
    List<String> rows = new ArrayList<>();
    rows.add("round\tanswered\trefused\tlost\tdoubled\texit s");
    for (int round = 0; round < results.size(); round++) {
      rows.add((round + 1) + "\t" + results.get(round).row());
    }
    Figures.print(rows);
    boolean good = results.stream().allMatch(result -> result.isGood(MAX_SECONDS));
    System.out.println(good ? "none lost, none doubled, all in time" : "SHORT");
    return good ? 0 : 1;
  }
}
