package dev.dragoman.benchmarks;

/** Arguments that make no sense; the message says what would. */
public final class BadCallException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BadCallException(String message) {
    super(message);
  }
}
