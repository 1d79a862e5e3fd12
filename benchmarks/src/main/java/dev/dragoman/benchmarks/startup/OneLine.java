package dev.dragoman.benchmarks.startup;

/** The least that a JVM does: one line. */
final class OneLine {
  private OneLine() {}

  public static void main(String[] args) {
    System.out.println("ready");
  }
}
