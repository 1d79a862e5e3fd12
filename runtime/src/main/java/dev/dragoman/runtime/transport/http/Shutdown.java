package dev.dragoman.runtime.transport.http;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** The order in which a server stops, and the maximum time of each step. */
public final class Shutdown {
  private static final Duration LONGEST_REST = Duration.ofMillis(1_200);
  private static final long STEP_MILLIS = 10;

  private final Duration stopDelay;
  private final Duration stopTimeout;
  private final Probes probes;
  private final LongSupplier requests;

  /**
   * The shutdown of one server.
   *
   * @param requests the number of running requests
   */
  Shutdown(HttpOptions options, HttpLifecycle life, Probes probes, LongSupplier requests) {
    this.stopDelay = life.stopDelay();
    this.stopTimeout = options.stopTimeout();
    this.probes = probes;
    this.requests = requests;
  }

  /**
   * Marks the server as not ready and continues to serve for a while, unless there are no clients.
   *
   * @param idle whether there are none
   */
  public void announce(BooleanSupplier idle) {
    probes.stop();
    await(idle, stopDelay);
  }

  /** Waits for running calls. */
  public void awaitCalls() {
    await(() -> requests.getAsLong() == 0, stopTimeout.minus(rest()));
  }

  /** Waits until calls that were cancelled have ended. */
  public void awaitCancelled() {
    await(() -> requests.getAsLong() == 0, rest());
  }

  /** The remaining part of the stop timeout, for responses that are being sent. */
  public Duration rest() {
    Duration quarter = stopTimeout.dividedBy(4);
    return quarter.compareTo(LONGEST_REST) < 0 ? quarter : LONGEST_REST;
  }

  private static void await(BooleanSupplier done, Duration most) {
    long end = System.nanoTime() + most.toNanos();
    while (!done.getAsBoolean() && System.nanoTime() < end) {
      try {
        Thread.sleep(STEP_MILLIS);
      } catch (InterruptedException hurry) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
