package dev.dragoman.benchmarks.throughput;

import dev.dragoman.benchmarks.serving.Figures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Callers that call one target without a pause for a while. */
final class Burst {
  private Burst() {}

  /** A target; each caller has a separate one. */
  interface Target extends AutoCloseable {

    /** Makes one call; returns whether it was successful. */
    boolean call() throws IOException;

    @Override
    void close();
  }

  /** Creates a target for one caller. */
  interface Targets {
    Target open();
  }

  /**
   * The result, in milliseconds and calls per second.
   *
   * @param failures the number of unsuccessful calls
   */
  record Result(double median, double p99, double perSecond, int failures) {}

  private record Part(List<Long> nanos, int failures) {}

  static Result run(Targets targets, int callers, long millis) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(callers);
    long start = System.nanoTime();
    long end = start + millis * 1_000_000;
    Callable<Part> caller = () -> callUntil(targets, end);
    List<Future<Part>> running = new ArrayList<>();
    for (int count = 0; count < callers; count++) {
      running.add(threads.submit(caller));
    }
    List<Part> parts = new ArrayList<>();
    try {
      for (Future<Part> part : running) {
        parts.add(part.get());
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      threads.shutdownNow();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    long[] nanos =
        parts.stream().flatMap(part -> part.nanos().stream()).mapToLong(Long::longValue).toArray();
    return new Result(
        Figures.percentile(nanos, 0.5),
        Figures.percentile(nanos, 0.99),
        nanos.length / seconds,
        parts.stream().mapToInt(Part::failures).sum());
  }

  private static Part callUntil(Targets targets, long end) {
    List<Long> nanos = new ArrayList<>();
    int failures = 0;
    try (Target target = targets.open()) {
      do {
        long start = System.nanoTime();
        try {
          failures += target.call() ? 0 : 1;
        } catch (IOException lost) {
          failures++;
        }
        nanos.add(System.nanoTime() - start);
      } while (System.nanoTime() < end);
    }
    return new Part(nanos, failures);
  }
}
