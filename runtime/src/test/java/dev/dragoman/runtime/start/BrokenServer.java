package dev.dragoman.runtime.start;

/** A main class that needs a setting which nobody makes. */
final class BrokenServer {
  private BrokenServer() {}

  public static void main(String[] args) {
    System.err.println("ACME_REGION is missing");
    System.exit(3);
  }
}
