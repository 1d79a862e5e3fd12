package dev.dragoman.benchmarks;

/**
 * Thrown if an argument refers to something that cannot be measured. The message says what is wrong
 * with it.
 */
public final class BadInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BadInputException(String message) {
    super(message);
  }
}
