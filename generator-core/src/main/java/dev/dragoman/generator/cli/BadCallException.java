package dev.dragoman.generator.cli;

/** The command line cannot be understood. The message says what is wrong and what to write. */
final class BadCallException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadCallException(String message) {
    super(message);
  }
}
