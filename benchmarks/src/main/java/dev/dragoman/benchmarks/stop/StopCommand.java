package dev.dragoman.benchmarks.stop;

import dev.dragoman.benchmarks.BadCallException;
import dev.dragoman.benchmarks.Command;
import dev.dragoman.benchmarks.serving.Figures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Tells a server to stop while calls run, again and again. */
public final class StopCommand implements Command {
  private static final int MAX_SECONDS = 10;

  @Override
  public String name() {
    return "stop";
  }

  @Override
  public String usage() {
    return "[--quick]  SIGTERM under load, 20 times: calls lost or doubled, time to exit";
  }

  @Override
  public int run(List<String> arguments) throws IOException, InterruptedException {
    boolean quick = arguments.equals(List.of("--quick"));
    if (!quick && !arguments.isEmpty()) {
      throw new BadCallException("stop takes --quick or nothing.");
    }
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
