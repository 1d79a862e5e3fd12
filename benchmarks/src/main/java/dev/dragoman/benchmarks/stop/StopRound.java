package dev.dragoman.benchmarks.stop;

import dev.dragoman.benchmarks.serving.ExampleCalls;
import dev.dragoman.benchmarks.serving.Figures;
import dev.dragoman.benchmarks.serving.HttpLine;
import dev.dragoman.benchmarks.serving.LoopbackApi;
import dev.dragoman.benchmarks.serving.ServerProcess;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One server, sixteen callers that write without a pause, and SIGTERM in the meantime. */
final class StopRound {
  private static final Pattern ID = Pattern.compile("/([0-9a-f-]{36})/cancel ");
  private static final int CALLERS = 16;
  private static final int CALLS_BEFORE = 100;

  private final int maxSeconds;

  /** How often the API received each call. */
  private final Map<String, AtomicInteger> received = new ConcurrentHashMap<>();

  private final Set<String> answered = ConcurrentHashMap.newKeySet();
  private final Set<String> refused = ConcurrentHashMap.newKeySet();
  private final CountDownLatch load = new CountDownLatch(CALLS_BEFORE);

  StopRound(int maxSeconds) {
    this.maxSeconds = maxSeconds;
  }

  /**
   * The result.
   *
   * @param answered calls with a response
   * @param refused calls without a response that the API did not receive: safe to repeat
   * @param lost calls that the API received but whose caller got no response
   * @param doubled calls that the API received twice
   */
  record Result(int answered, int refused, int lost, int doubled, double exitSeconds) {

    boolean isGood(int maxSeconds) {
      return answered >= CALLS_BEFORE && lost == 0 && doubled == 0 && exitSeconds <= maxSeconds;
    }

    String row() {
      return answered
          + "\t"
          + refused
          + "\t"
          + lost
          + "\t"
          + doubled
          + "\t"
          + Figures.text(exitSeconds);
    }
  }

  Result run() throws IOException, InterruptedException {
    try (LoopbackApi api = new LoopbackApi(this::answer);
        ServerProcess server =
            ServerProcess.start("128m", "--base-url", api.url(), "--timeout", "5")) {
      Thread[] callers = new Thread[CALLERS];
      for (int caller = 0; caller < CALLERS; caller++) {
        callers[caller] = new Thread(() -> callUntilTheEnd(server), "caller");
        callers[caller].start();
      }
      boolean loaded = load.await(60, TimeUnit.SECONDS);
      Thread.sleep(ThreadLocalRandom.current().nextLong(200));
      long start = System.nanoTime();
      server.terminate();
      boolean ended = loaded && server.awaitEnd(3 * maxSeconds);
      double seconds = ended ? (System.nanoTime() - start) / 1e9 : Double.POSITIVE_INFINITY;
      server.kill();
      for (Thread caller : callers) {
        caller.join();
      }
      return result(seconds);
    }
  }

  private Result result(double seconds) {
    int lost = 0;
    int doubled = 0;
    for (Map.Entry<String, AtomicInteger> call : received.entrySet()) {
      lost += answered.contains(call.getKey()) ? 0 : 1;
      doubled += call.getValue().get() > 1 ? 1 : 0;
    }
    Set<String> safe = ConcurrentHashMap.newKeySet();
    safe.addAll(refused);
    safe.removeAll(received.keySet());
    return new Result(answered.size(), safe.size(), lost, doubled, seconds);
  }

  /** Takes between 20 and 120 ms, so that there are always calls in progress. */
  private boolean answer(String request, OutputStream out)
      throws IOException, InterruptedException {
    Matcher id = ID.matcher(request);
    if (id.find()) {
      received.computeIfAbsent(id.group(1), key -> new AtomicInteger()).incrementAndGet();
    }
    Thread.sleep(ThreadLocalRandom.current().nextLong(20, 120));
    out.write(LoopbackApi.json("{\"data\":{}}"));
    return true;
  }

  private void callUntilTheEnd(ServerProcess server) {
    try (ExampleCalls client = new ExampleCalls(server.port())) {
      boolean goingOn = true;
      while (goingOn) {
        goingOn = call(client) || server.isAlive();
      }
    }
  }

  private boolean call(ExampleCalls client) {
    UUID id = UUID.randomUUID();
    try {
      HttpLine.Reply reply = client.write(id);
      if (ExampleCalls.isSuccess(reply)) {
        answered.add(id.toString());
        load.countDown();
        return true;
      }
      refused.add(id.toString());
      return false;
    } catch (HttpLine.RefusedException nothingSent) {
      pause();
      return false;
    } catch (IOException noAnswer) {
      refused.add(id.toString());
      return false;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
