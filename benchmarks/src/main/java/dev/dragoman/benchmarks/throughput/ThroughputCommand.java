package dev.dragoman.benchmarks.throughput;

import dev.dragoman.benchmarks.serving.Figures;
import dev.dragoman.benchmarks.serving.LoopbackApi;
import dev.dragoman.benchmarks.serving.ServerProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Reads through the server, compared with the same reads directly from the API and through another
 * server.
 */
@Command(
    name = "throughput",
    header = "Added time and calls a second, beside the TypeScript SDK.",
    description =
        "Compares calls through the server with calls straight to the API and through a server of the"
            + " TypeScript SDK (needs Node and npm), then has 500 calls in flight at once, with a heap of"
            + " 256 MB. Exit code 1 when a call fails or the server is slower than the TypeScript one.")
public final class ThroughputCommand implements Callable<Integer> {
  private static final String DIRECT = "direct";
  private static final String DRAGOMAN = "dragoman";
  private static final String PEER = "typescript";
  private static final int CALLERS = 8;
  private static final byte[] ANSWER =
      LoopbackApi.json("{\"data\":{\"name\":\"" + "x".repeat(1_000) + "\"}}");

  @Option(
      names = "--quick",
      description = "3 rounds of 1 second in place of 7 rounds of 3 seconds.")
  private boolean quick;

  @Override
  public Integer call() throws IOException, InterruptedException {
    boolean good = rounds(quick ? 3 : 7, quick ? 1_000 : 3_000);
    good &= InFlight.measure(500, quick ? 1 : 3);
    System.out.println(good ? "all as it should be" : "SHORT");
    return good ? 0 : 1;
  }

  private static boolean rounds(int rounds, long millis) throws IOException, InterruptedException {
    try (LoopbackApi api =
            new LoopbackApi(
                (request, out) -> {
                  out.write(ANSWER);
                  return true;
                });
        ServerProcess server = ServerProcess.start("256m", "--base-url", api.url())) {
      Map<String, Burst.Targets> targets = new LinkedHashMap<>();
      targets.put(DIRECT, Callers.direct(api.port()));
      targets.put(DRAGOMAN, Callers.dragoman(server.port()));
      Optional<ServerProcess> peer = TypeScriptPeer.start(api.url());
      try {
        peer.ifPresent(process -> targets.put(PEER, Callers.peer(process.port())));
        return report(measure(targets, rounds, millis));
      } finally {
        peer.ifPresent(ServerProcess::close);
      }
    }
  }

  /**
   * Measures all targets in turn in each round, so that they are affected equally by the state of
   * the machine.
   */
  private static Map<String, List<Burst.Result>> measure(
      Map<String, Burst.Targets> targets, int rounds, long millis) throws InterruptedException {
    Map<String, List<Burst.Result>> results = new LinkedHashMap<>();
    for (Burst.Targets target : targets.values()) {
      Burst.run(target, CALLERS, 2 * millis);
    }
    for (int round = 1; round <= rounds; round++) {
      System.err.println("throughput: round " + round);
      for (Map.Entry<String, Burst.Targets> target : targets.entrySet()) {
        results
            .computeIfAbsent(target.getKey(), name -> new ArrayList<>())
            .add(Burst.run(target.getValue(), CALLERS, millis));
      }
    }
    return results;
  }

  private static boolean report(Map<String, List<Burst.Result>> results) {
    List<String> rows = new ArrayList<>();
    rows.add("target\tp50 ms\tp99 ms\tcalls/s\tadded p50 ms\tadded p99 ms\tfailed");
    results.forEach((name, rounds) -> rows.add(row(name, rounds, of(results, DIRECT))));
    Figures.print(rows);
    boolean faster = true;
    if (results.containsKey(PEER)) {
      double ratio =
          median(of(results, DRAGOMAN), Burst.Result::perSecond)
              / median(of(results, PEER), Burst.Result::perSecond);
      System.out.println("calls a second, dragoman to typescript: " + Figures.text(ratio));
      faster = ratio >= 1;
    }
    return faster
        && results.values().stream()
            .flatMap(List::stream)
            .allMatch(result -> result.failures() == 0);
  }

  private static List<Burst.Result> of(Map<String, List<Burst.Result>> results, String target) {
    return results.getOrDefault(target, List.of());
  }

  private static String row(String name, List<Burst.Result> rounds, List<Burst.Result> direct) {
    double median = median(rounds, Burst.Result::median);
    double p99 = median(rounds, Burst.Result::p99);
    return String.join(
        "\t",
        name,
        Figures.text(median),
        Figures.text(p99),
        Figures.text(median(rounds, Burst.Result::perSecond)),
        Figures.text(median - median(direct, Burst.Result::median)),
        Figures.text(p99 - median(direct, Burst.Result::p99)),
        String.valueOf(rounds.stream().mapToInt(Burst.Result::failures).sum()));
  }

  private static double median(List<Burst.Result> rounds, ToDoubleFunction<Burst.Result> figure) {
    return Figures.median(rounds.stream().map(figure::applyAsDouble).toList());
  }
}
