package dev.dragoman.benchmarks.micro;

/** Checks that a benchmark measures what it is meant to. */
final class Expected {
  private Expected() {}

  static void that(boolean right, Object result) {
    if (!right) {
      throw new IllegalStateException("unexpected result: " + result);
    }
  }
}
