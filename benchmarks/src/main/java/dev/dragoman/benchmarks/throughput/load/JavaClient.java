package dev.dragoman.benchmarks.throughput.load;

import dev.dragoman.benchmarks.serving.Figures;
import dev.dragoman.benchmarks.serving.HttpLine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/**
 * The client where wrk is not installed: a thread of this JVM for each connection. It takes several
 * times as much of the machine, and has to be used for some seconds before it measures anything.
 */
public final class JavaClient implements LoadClient {
  private static final double NANOS = 1e9;

  @Override
  public String name() {
    return "Java";
  }

  /** What one caller did: the time of each call, and calls by the start of their tick. */
  private record Part(List<Long> nanos, TreeMap<Long, Long> ticks, long failures, long bytes) {}

  @Override
  public Load run(int port, Request request, Plan plan) throws IOException, InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(plan.callers());
    long start = System.nanoTime();
    long end = start + plan.time().toNanos();
    try {
      List<Future<Part>> running = new ArrayList<>();
      for (int count = 0; count < plan.callers(); count++) {
        running.add(threads.submit(() -> callUntil(end, port, request, plan)));
      }
      List<Part> parts = new ArrayList<>();
      for (Future<Part> part : running) {
        parts.add(part.get());
      }
      return load(parts, (System.nanoTime() - start) / NANOS);
    } catch (ExecutionException e) {
      throw new IOException(e);
    } finally {
      threads.shutdownNow();
    }
  }

  private static Part callUntil(long end, int port, Request request, Plan plan)
      throws InterruptedException {
    List<Long> nanos = new ArrayList<>();
    TreeMap<Long, Long> ticks = new TreeMap<>();
    long failures = 0;
    String headers = request.lines();
    try (HttpLine line = new HttpLine(port)) {
      do {
        Thread.sleep(plan.pause().toMillis());
        long start = System.nanoTime();
        try {
          boolean right =
              line.send(request.method(), request.path(), headers, request.body()).status() == 200;
          failures += right ? 0 : 1;
        } catch (IOException lost) {
          failures++;
        }
        nanos.add(System.nanoTime() - start);
        if (plan.ticking()) {
          long now = System.currentTimeMillis();
          ticks.merge(now - now % Load.TICK_MILLIS, 1L, Long::sum);
        }
      } while (System.nanoTime() < end);
      return new Part(nanos, ticks, failures, line.received());
    }
  }

  private static Load load(List<Part> parts, double seconds) {
    long[] nanos =
        parts.stream()
            .flatMapToLong(part -> part.nanos().stream().mapToLong(Long::longValue))
            .toArray();
    TreeMap<Long, Long> ticks = new TreeMap<>();
    parts.forEach(
        part -> part.ticks().forEach((tick, calls) -> ticks.merge(tick, calls, Long::sum)));
    LongStream bytes = parts.stream().mapToLong(Part::bytes);
    return new Load(
        nanos.length,
        seconds,
        Figures.percentile(nanos, 0.5),
        Figures.percentile(nanos, 0.99),
        parts.stream().mapToLong(Part::failures).sum(),
        (double) bytes.sum() / nanos.length,
        ticks.entrySet().stream()
            .map(tick -> new Load.Tick(tick.getKey(), tick.getValue()))
            .toList());
  }
}
