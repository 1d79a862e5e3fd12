package dev.dragoman.servlet;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads that process calls, and the number of exchanges that have not ended. */
final class Workers implements AutoCloseable {
  /** For messages beyond the limit: refusals, and responses that let a call continue. */
  private static final int MORE = 32;

  private static final long REST_MILLIS = 1_000;

  private final ThreadPoolExecutor calls;
  private final ScheduledThreadPoolExecutor timer;
  private final AtomicInteger open = new AtomicInteger();

  Workers(int maxInFlight) {
    calls =
        new ThreadPoolExecutor(
            0, maxInFlight + MORE, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), named("mcp"));
    timer = new ScheduledThreadPoolExecutor(1, named("mcp-timer"));
    timer.setRemoveOnCancelPolicy(true);
  }

  private static ThreadFactory named(String name) {
    ThreadFactory plain = Executors.defaultThreadFactory();
    return task -> {
      Thread thread = plain.newThread(task);
      thread.setName(name);
      thread.setDaemon(true);
      return thread;
    };
  }

  /**
   * Runs a call.
   *
   * @throws RejectedExecutionException if there is no thread for it
   */
  void run(Runnable call) {
    calls.execute(call);
  }

  /** Runs a short task later; after the end, never. */
  Runnable schedule(Runnable task, Duration delay) {
    try {
      ScheduledFuture<?> future = timer.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
      return () -> future.cancel(false);
    } catch (RejectedExecutionException stopped) {
      return () -> {};
    }
  }

  /** Counts an exchange that has begun. */
  void begin() {
    open.incrementAndGet();
  }

  /** Counts an exchange that has ended. */
  void end() {
    open.decrementAndGet();
  }

  /** Waits a moment for responses that are being sent, then ends the threads. */
  @Override
  public void close() {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(REST_MILLIS);
    try {
      while (open.get() > 0 && System.nanoTime() < end) {
        Thread.sleep(10);
      }
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
    timer.shutdownNow();
    calls.shutdownNow();
  }
}
