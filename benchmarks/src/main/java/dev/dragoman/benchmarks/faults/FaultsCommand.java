package dev.dragoman.benchmarks.faults;

import dev.dragoman.benchmarks.serving.Figures;
import dev.dragoman.benchmarks.serving.LoopbackApi;
import dev.dragoman.benchmarks.serving.ServerProcess;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Calls an API that fails in every known way, next to callers whose calls must succeed. */
@Command(
    name = "faults",
    header = "Faults of the API, beside callers whose calls must succeed.",
    description =
        "Calls an API that fails in every way there is, through a server with a heap of 128 MB, and"
            + " counts what becomes of the calls. Exit code 1 when a call is not answered in time, the"
            + " server dies, or more than one in 1,000 of the healthy calls fails.")
public final class FaultsCommand implements Callable<Integer> {
  private static final Pattern FAULT = Pattern.compile("^[A-Z]+ [^ ]*/([0-9]{8})-");
  private static final List<ApiFault> FAULTS = List.of(ApiFault.values());
  private static final int HEALTHY = 99_999_999;
  private static final int TIMEOUT_SECONDS = 8;
  private static final int QUICK_TIMEOUT_SECONDS = 5;
  private static final byte[] FINE = LoopbackApi.json("{\"data\":{\"name\":\"a sync\"}}");

  @Option(
      names = "--quick",
      description = "5 calls for each fault in place of 20, 5 seconds a call in place of 8.")
  private boolean quick;

  @Override
  public Integer call() throws IOException, InterruptedException {
    int calls = quick ? 5 : 20;
    int timeout = quick ? QUICK_TIMEOUT_SECONDS : TIMEOUT_SECONDS;
    List<FaultRound.Result> results = new ArrayList<>();
    try (LoopbackApi api = new LoopbackApi(FaultsCommand::answer);
        ServerProcess server = server(api.url(), timeout)) {
      for (ApiFault fault : FAULTS) {
        System.err.println("faults: " + fault.description());
        results.add(
            new FaultRound(server, timeout, calls)
                .run(label(fault), FAULTS.indexOf(fault), HEALTHY));
      }
    }
    results.add(unreachable("refused", "http://127.0.0.1:" + freePort(), timeout, calls));
    try (LoopbackApi api = new LoopbackApi(FaultsCommand::answer)) {
      results.add(unreachable("no-tls", "https://127.0.0.1:" + api.port(), timeout, calls));
    }
    return report(results);
  }

  private static ServerProcess server(String url, int timeout) throws IOException {
    return ServerProcess.start("128m", "--base-url", url, "--timeout", String.valueOf(timeout));
  }

  private static FaultRound.Result unreachable(String name, String url, int timeout, int calls)
      throws IOException, InterruptedException {
    System.err.println("faults: " + name);
    try (ServerProcess server = server(url, timeout)) {
      return new FaultRound(server, timeout, calls).runBesideSearches(name);
    }
  }

  private static String label(ApiFault fault) {
    return fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static boolean answer(String request, OutputStream out)
      throws IOException, InterruptedException {
    Matcher fault = FAULT.matcher(request);
    int number = fault.find() ? Integer.parseInt(fault.group(1)) : HEALTHY;
    if (number == HEALTHY) {
      out.write(FINE);
      return true;
    }
    FAULTS.get(number).answer(out);
    return false;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static int report(List<FaultRound.Result> results) {
    List<String> rows = new ArrayList<>();
    rows.add("fault\tcalls\tanswered\tslowest ms\thealthy calls\thealthy failed\talive\tverdict");
    results.forEach(result -> rows.add(result.row()));
    Figures.print(rows);
    long healthy = results.stream().mapToLong(FaultRound.Result::healthyCalls).sum();
    long failed = results.stream().mapToLong(FaultRound.Result::healthyFailures).sum();
    boolean good =
        results.stream().allMatch(FaultRound.Result::isGood) && failed * 1_000 <= healthy;
    System.out.println(
        "healthy callers: "
            + failed
            + " of "
            + healthy
            + " failed; "
            + (good ? "all as it should be" : "SHORT"));
    return good ? 0 : 1;
  }
}
