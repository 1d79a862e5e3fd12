package dev.dragoman.generator.cli;

/**
 * Thrown if generated code does not compile, which is a bug in the generator. The message contains
 * the locations.
 */
public final class CompilationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CompilationException(String message) {
    super(message);
  }
}
