package dev.dragoman.benchmarks.startup;

/** A minimal program for comparison, which prints one line. */
final class OneLine {
  private OneLine() {}

  public static void main(String[] args) {
    System.out.println("ready");
  }
}
