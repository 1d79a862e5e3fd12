package dev.dragoman.runtime;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits in tests for what is waited for, rather than for a time in which it usually happens. */
public final class Await {
  /** A busy machine takes its time; only a test that fails waits so long. */
  private static final Duration AT_MOST = Duration.ofSeconds(30);

  private static final Duration PAUSE = Duration.ofMillis(10);

  private Await() {}

  /**
   * Waits until something holds.
   *
   * @param what completes "Waited 30 s until ..."
   * @throws AssertionError after 30 seconds
   */
  public static void until(String what, BooleanSupplier holds) throws InterruptedException {
    until(() -> what, holds);
  }

  /** The same with words that are made after the wait, such as what a server has said so far. */
  public static void until(Supplier<String> what, BooleanSupplier holds)
      throws InterruptedException {
    long end = System.nanoTime() + AT_MOST.toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("Waited " + AT_MOST.toSeconds() + " s until " + what.get());
      }
      Thread.sleep(PAUSE.toMillis());
    }
  }
}
