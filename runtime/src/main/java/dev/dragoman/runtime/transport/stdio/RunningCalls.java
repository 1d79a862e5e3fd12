package dev.dragoman.runtime.transport.stdio;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** The running calls: several at once, each cancellable by its id. */
final class RunningCalls {
  /** Maximum number of running calls; the rest wait, up to a limit that bounds memory. */
  private static final int AT_ONCE = 16;

  private static final int WAITING = 256;

  private final Map<JsonNode, Task> byId = new ConcurrentHashMap<>();
  private final ThreadPoolExecutor threads;
  private final LineWriter out;

  RunningCalls(LineWriter out) {
    this.out = out;
    this.threads =
        new ThreadPoolExecutor(
            AT_ONCE,
            AT_ONCE,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(WAITING),
            RunningCalls::daemon);
    threads.allowCoreThreadTimeOut(true);
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "call");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Starts a call; its result is written unless it is cancelled first.
   *
   * @return false if the id is in use or too many calls are waiting
   */
  boolean start(JsonNode id, Callable<byte[]> call) {
    Task task = new Task(id, call);
    if (byId.putIfAbsent(id, task) != null) {
      return false;
    }
    try {
      threads.execute(task);
      return true;
    } catch (RejectedExecutionException e) {
      byId.remove(id, task);
      return false;
    }
  }

  /** Interrupts a call and drops its response; an unknown id belongs to a call that has ended. */
  void cancel(JsonNode id) {
    Task task = byId.get(id);
    if (task != null) {
      task.cancel(true);
    }
  }

  /** Lets running calls finish within this time and interrupts the rest. */
  void close(Duration grace) throws InterruptedException {
    threads.shutdown();
    if (!threads.awaitTermination(grace.toMillis(), TimeUnit.MILLISECONDS)) {
      threads.shutdownNow();
    }
  }

  /** A call that writes its result unless it is cancelled first. */
  private final class Task extends FutureTask<byte[]> {
    private final JsonNode id;

    Task(JsonNode id, Callable<byte[]> call) {
      super(call);
      this.id = id;
    }

    @Override
    protected void set(byte[] answer) {
      byId.remove(id, this);
      if (!isCancelled()) {
        out.write(answer);
      }
      super.set(answer);
    }

    @Override
    protected void done() {
      byId.remove(id, this);
    }
  }
}
