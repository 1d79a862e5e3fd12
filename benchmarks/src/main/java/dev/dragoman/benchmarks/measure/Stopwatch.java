package dev.dragoman.benchmarks.measure;

/** Wall time from its making on. */
public final class Stopwatch {
  private final long start = System.nanoTime();

  /** Milliseconds so far. */
  public double millis() {
    return (System.nanoTime() - start) / 1e6;
  }
}
