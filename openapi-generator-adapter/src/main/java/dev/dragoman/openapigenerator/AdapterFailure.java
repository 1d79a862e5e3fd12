package dev.dragoman.openapigenerator;

/** Ends a run with a message, without a stack trace: what is wrong is in the user's files. */
final class AdapterFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  AdapterFailure(String message) {
    super(message, null, false, false);
  }
}
