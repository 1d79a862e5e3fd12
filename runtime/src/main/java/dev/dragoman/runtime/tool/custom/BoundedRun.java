package dev.dragoman.runtime.tool.custom;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs code that is not ours on a thread of its own, for a limited time. Code that does not react
 * to the interrupt keeps its thread; the number of such threads is limited, so that a tool that
 * hangs cannot use up the server. Thread-safe.
 */
final class BoundedRun {
  private final String name;
  private final Duration limit;
  private final Semaphore places;

  /**
   * Creates a bound for one tool.
   *
   * @param name for the threads
   * @param limit the time that a run may take
   * @param most the number of runs at a time, including those that have not ended in time
   */
  BoundedRun(String name, Duration limit, int most) {
    this.name = name;
    this.limit = limit;
    this.places = new Semaphore(most);
  }

  /** Thrown if there are too many runs at a time. */
  static final class BusyException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Runs a task and waits for it. If the waiting thread is interrupted, so is the task.
   *
   * @throws BusyException if the task was not started
   * @throws TimeoutException if it did not end in time; it may still be running
   * @throws ExecutionException if it failed, with the reason as its cause
   * @throws InterruptedException if the waiting thread was interrupted
   */
  <T> T call(Callable<T> task)
      throws BusyException, TimeoutException, ExecutionException, InterruptedException {
    if (!places.tryAcquire()) {
      throw new BusyException();
    }
    FutureTask<T> run = new FutureTask<>(task);
    Thread thread =
        new Thread(
            () -> {
              try {
                run.run();
              } finally {
                places.release();
              }
            },
            name);
    thread.setDaemon(true);
    thread.start();
    try {
      return run.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } finally {
      run.cancel(true);
    }
  }
}
