package dev.dragoman.benchmarks.faults;

import dev.dragoman.benchmarks.serving.ExampleCalls;
import dev.dragoman.benchmarks.serving.Figures;
import dev.dragoman.benchmarks.serving.HttpLine;
import dev.dragoman.benchmarks.serving.ServerProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Concurrent calls that encounter one fault, while a few other callers continue without faults. */
final class FaultRound {
  private static final int HEALTHY_CALLERS = 4;
  private static final long MIN_MILLIS = 1_500;

  private final ServerProcess server;
  private final long limitMillis;
  private final int calls;

  FaultRound(ServerProcess server, int timeoutSeconds, int calls) {
    this.server = server;
    this.limitMillis = timeoutSeconds * 1_100L;
    this.calls = calls;
  }

  /**
   * The result of a round.
   *
   * @param slowest the slowest of the calls that encountered the fault, in milliseconds
   */
  record Result(
      String name,
      int calls,
      int answered,
      double slowest,
      long limit,
      int healthyCalls,
      int healthyFailures,
      boolean alive) {

    boolean isGood() {
      return answered == calls && slowest <= limit && alive;
    }

    String row() {
      return String.join(
          "\t",
          name,
          String.valueOf(calls),
          String.valueOf(answered),
          Figures.text(slowest),
          String.valueOf(healthyCalls),
          String.valueOf(healthyFailures),
          String.valueOf(alive),
          isGood() ? "ok" : "SHORT");
    }
  }

  private interface Caller {
    HttpLine.Reply call(ExampleCalls client) throws IOException;
  }

  Result run(String name, int fault, int healthy) throws InterruptedException {
    return run(name, client -> client.read(id(fault)), client -> client.read(id(healthy)));
  }

  /** For an API that is unreachable. */
  Result runBesideSearches(String name) throws InterruptedException {
    return run(name, client -> client.read(id(0)), ExampleCalls::search);
  }

  private Result run(String name, Caller faulty, Caller fine) throws InterruptedException {
    // The first call of a new process takes longer.
    once(fine);
    once(faulty);
    AtomicBoolean over = new AtomicBoolean();
    AtomicInteger good = new AtomicInteger();
    AtomicInteger bad = new AtomicInteger();
    ExecutorService threads = Executors.newCachedThreadPool();
    List<Future<?>> healthy = new ArrayList<>();
    for (int caller = 0; caller < HEALTHY_CALLERS; caller++) {
      healthy.add(threads.submit(() -> goOn(fine, over, good, bad)));
    }
    long start = System.nanoTime();
    List<Future<Long>> met = new ArrayList<>();
    for (int call = 0; call < calls; call++) {
      met.add(threads.submit(() -> once(faulty)));
    }
    List<Long> times = met.stream().map(FaultRound::time).toList();
    Thread.sleep(Math.max(0, MIN_MILLIS - (System.nanoTime() - start) / 1_000_000));
    over.set(true);
    healthy.forEach(FaultRound::await);
    threads.shutdown();
    long[] answered = times.stream().mapToLong(Long::longValue).filter(time -> time > 0).toArray();
    return new Result(
        name,
        calls,
        answered.length,
        answered.length == 0 ? 0 : Figures.percentile(answered, 1),
        limitMillis,
        good.get() + bad.get(),
        bad.get(),
        isAlive());
  }

  private void goOn(Caller fine, AtomicBoolean over, AtomicInteger good, AtomicInteger bad) {
    try (ExampleCalls client = new ExampleCalls(server.port())) {
      while (!over.get()) {
        try {
          boolean success = ExampleCalls.isSuccess(fine.call(client));
          (success ? good : bad).incrementAndGet();
        } catch (IOException lost) {
          bad.incrementAndGet();
        }
      }
    }
  }

  /** The duration of a call in nanoseconds; -1 if it got no response. */
  private long once(Caller faulty) {
    long start = System.nanoTime();
    try (ExampleCalls client = new ExampleCalls(server.port())) {
      HttpLine.Reply reply = faulty.call(client);
      return reply.status() == 200 ? System.nanoTime() - start : -1;
    } catch (IOException lost) {
      return -1;
    }
  }

  private boolean isAlive() {
    try (ExampleCalls client = new ExampleCalls(server.port())) {
      return server.isAlive() && client.get("/healthz").status() == 200;
    } catch (IOException dead) {
      return false;
    }
  }

  private static long time(Future<Long> call) {
    Long time = await(call);
    return time == null ? -1 : time;
  }

  private static <T> T await(Future<T> work) {
    try {
      return work.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An id whose first digits tell the API how to respond. */
  private static UUID id(int number) {
    return UUID.fromString(String.format("%08d-0000-4000-8000-%012d", number, 1));
  }
}
