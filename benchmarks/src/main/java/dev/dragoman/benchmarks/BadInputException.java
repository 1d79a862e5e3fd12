package dev.dragoman.benchmarks;

/** An argument names what cannot be measured. The message says what is wrong with it. */
public final class BadInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BadInputException(String message) {
    super(message);
  }
}
