package dev.dragoman.benchmarks.throughput;

import dev.dragoman.benchmarks.serving.LoopbackApi;
import dev.dragoman.benchmarks.serving.ServerProcess;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicInteger;

/** Many calls under way at one time, in a small heap. */
final class InFlight {
  private static final int API_MILLIS = 3_000;

  private final AtomicInteger now = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  private InFlight() {}

  /** Whether as many calls as that were under way at once, and all were answered. */
  static boolean measure(int calls, int waves) throws IOException, InterruptedException {
    InFlight gauge = new InFlight();
    String limit = String.valueOf(calls + 50);
    try (LoopbackApi api = new LoopbackApi(gauge::answer);
        ServerProcess server =
            ServerProcess.start(
                "256m",
                "--base-url", api.url(), "--max-in-flight", limit, "--max-api-calls", limit)) {
      Burst.run(Callers.dragoman(server.port()), 1, 1);
      int failures = 0;
      for (int wave = 0; wave < waves; wave++) {
        failures += Burst.run(Callers.dragoman(server.port()), calls, 1).failures();
      }
      System.out.println(
          calls * waves
              + " calls, "
              + gauge.most.get()
              + " at once at -Xmx256m: "
              + failures
              + " failed");
      return failures == 0 && server.isAlive() && gauge.most.get() >= calls * 9 / 10;
    }
  }

  private boolean answer(String request, OutputStream out)
      throws IOException, InterruptedException {
    most.accumulateAndGet(now.incrementAndGet(), Math::max);
    try {
      Thread.sleep(API_MILLIS);
    } finally {
      now.decrementAndGet();
    }
    out.write(LoopbackApi.json("{\"data\":{}}"));
    return true;
  }
}
