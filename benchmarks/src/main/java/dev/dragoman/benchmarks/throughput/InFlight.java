package dev.dragoman.benchmarks.throughput;

import dev.dragoman.benchmarks.serving.LoopbackApi;
import dev.dragoman.benchmarks.serving.ServerProcess;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Measures many concurrent calls with a small heap. */
final class InFlight {
  private static final int PATIENCE_SECONDS = 20;

  private final int calls;
  private final AtomicInteger now = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private volatile CountDownLatch everybody = new CountDownLatch(0);

  private InFlight(int calls) {
    this.calls = calls;
  }

  /** Whether this many calls were in progress at once, and all got a response. */
  static boolean measure(int calls, int waves) throws IOException, InterruptedException {
    return new InFlight(calls).measure(waves);
  }

  private boolean measure(int waves) throws IOException, InterruptedException {
    // One caller gets at most three quarters of the places.
    String limit = String.valueOf(calls * 3 / 2);
    try (LoopbackApi api = new LoopbackApi(this::answer);
        ServerProcess server =
            ServerProcess.start(
                "256m",
                "--base-url",
                api.url(),
                "--max-in-flight",
                limit,
                "--max-api-calls",
                limit)) {
      Burst.run(Callers.dragoman(server.port()), 1, 1);
      int failures = 0;
      for (int wave = 0; wave < waves; wave++) {
        everybody = new CountDownLatch(calls);
        failures += Burst.run(Callers.dragoman(server.port()), calls, 1).failures();
      }
      System.out.println(
          calls * waves
              + " calls, "
              + most.get()
              + " at once at -Xmx256m: "
              + failures
              + " failed");
      return failures == 0 && server.isAlive() && most.get() == calls;
    }
  }

  /** Responds when all calls of a wave have arrived. */
  private boolean answer(String request, OutputStream out)
      throws IOException, InterruptedException {
    most.accumulateAndGet(now.incrementAndGet(), Math::max);
    try {
      CountDownLatch wave = everybody;
      wave.countDown();
      if (!wave.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return false;
      }
    } finally {
      now.decrementAndGet();
    }
    out.write(LoopbackApi.json("{\"data\":{}}"));
    return true;
  }
}
