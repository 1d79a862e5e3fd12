package dev.dragoman.runtime.transport.http;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.eclipse.jetty.server.Connector;

/** The order in which a server ends, and the time each step may take. */
final class Shutdown {
  private static final Duration LONGEST_REST = Duration.ofMillis(1_200);
  private static final long STEP_MILLIS = 10;

  private final Duration stopDelay;
  private final Duration stopTimeout;
  private final Probes probes;
  private final LongSupplier requests;

  /**
   * The end of one server.
   *
   * @param requests how many are under way
   */
  Shutdown(HttpOptions options, HttpLifecycle life, Probes probes, LongSupplier requests) {
    this.stopDelay = life.stopDelay();
    this.stopTimeout = options.stopTimeout();
    this.probes = probes;
    this.requests = requests;
  }

  /** Says that the server is not ready, and serves on for a while; without clients, no longer. */
  void announce(Connector connector) {
    probes.stop();
    await(() -> connector.getConnectedEndPoints().isEmpty(), stopDelay);
  }

  /** Waits for calls that are under way. */
  void awaitCalls() {
    await(() -> requests.getAsLong() == 0, stopTimeout.minus(rest()));
  }

  /** The last part of the stop timeout: for answers on their way out. */
  Duration rest() {
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
