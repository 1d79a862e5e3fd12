package dev.dragoman.runtime.extension;

/** Thrown if a report cannot be stored. The message is intended for the reporter. */
public final class FeedbackException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public FeedbackException(String message) {
    super(message);
  }
}
