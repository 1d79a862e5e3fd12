package dev.dragoman.runtime.tool.custom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.Await;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Code that is not ours gets a time and a number of threads, and no more. */
class BoundedRunTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  @Test
  void aResultComesFromAThreadOfItsOwn() throws Exception {
    BoundedRun run = new BoundedRun("tool-x", LONG, 1);
    Thread thread = run.call(Thread::currentThread);
    assertThat(thread).isNotEqualTo(Thread.currentThread());
    assertThat(thread.getName()).isEqualTo("tool-x");
    assertThat(thread.isDaemon()).as("does not keep the server alive").isTrue();
  }

  @Test
  void aFailureIsTheCause() {
    BoundedRun run = new BoundedRun("x", LONG, 1);
    for (Throwable failure :
        new Throwable[] {new IllegalStateException(), new Exception(), new AssertionError()}) {
      assertThatThrownBy(
              () ->
                  run.call(
                      () -> {
                        if (failure instanceof Exception exception) {
                          throw exception;
                        }
                        throw (Error) failure;
                      }))
          .isInstanceOfAny(ExecutionException.class, BoundedRun.BusyException.class)
          .satisfies(
              thrown ->
                  assertThat(
                          thrown instanceof BoundedRun.BusyException
                              || thrown.getCause() == failure)
                      .isTrue());
    }
  }

  @Test
  void aTaskThatTakesTooLongIsInterrupted() throws Exception {
    AtomicBoolean interrupted = new AtomicBoolean();
    BoundedRun run = new BoundedRun("x", Duration.ofMillis(1), 1);
    assertThatThrownBy(() -> run.call(() -> waits(new CountDownLatch(1), interrupted)))
        .isInstanceOf(TimeoutException.class);
    Await.until("the task is interrupted", interrupted::get);
  }

  private static boolean waits(CountDownLatch forWhat, AtomicBoolean interrupted)
      throws InterruptedException {
    try {
      return forWhat.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      interrupted.set(true);
      throw e;
    }
  }

  /** A tool that hangs keeps its thread, but cannot get ever more of them. */
  @Test
  void aTaskThatIgnoresTheInterruptKeepsItsPlace() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    BoundedRun run = new BoundedRun("x", Duration.ofMillis(1), 1);
    assertThatThrownBy(
            () ->
                run.call(
                    () -> {
                      boolean ended = false;
                      while (!ended) {
                        try {
                          ended = release.await(30, TimeUnit.SECONDS);
                        } catch (InterruptedException ignored) {
                          ended = false;
                        }
                      }
                      return 1;
                    }))
        .isInstanceOf(TimeoutException.class);
    assertThatThrownBy(() -> run.call(() -> 2)).isInstanceOf(BoundedRun.BusyException.class);
    release.countDown();
    Await.until("the place is free", () -> isFree(run));
  }

  private static boolean isFree(BoundedRun run) {
    try {
      run.call(() -> 3);
      return true;
    } catch (TimeoutException inTime) {
      return true;
    } catch (BoundedRun.BusyException busy) {
      return false;
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void anInterruptOfTheCallerInterruptsTheTask() throws Exception {
    AtomicBoolean interrupted = new AtomicBoolean();
    CountDownLatch started = new CountDownLatch(1);
    BoundedRun run = new BoundedRun("x", LONG, 1);
    Thread caller = Thread.currentThread();
    Thread other =
        new Thread(
            () -> {
              try {
                started.await();
                caller.interrupt();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    other.start();
    assertThatThrownBy(
            () ->
                run.call(
                    () -> {
                      started.countDown();
                      return waits(new CountDownLatch(1), interrupted);
                    }))
        .isInstanceOf(InterruptedException.class);
    Await.until("the task is interrupted", interrupted::get);
    other.join();
  }
}
