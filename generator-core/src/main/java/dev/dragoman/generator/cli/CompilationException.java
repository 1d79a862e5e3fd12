package dev.dragoman.generator.cli;

/** Generated code does not compile: a fault of the generator. The message names the places. */
public final class CompilationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CompilationException(String message) {
    super(message);
  }
}
