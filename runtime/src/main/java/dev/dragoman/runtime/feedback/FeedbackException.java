package dev.dragoman.runtime.feedback;

/** A report could not be kept. The message is for the one who reported. */
public final class FeedbackException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public FeedbackException(String message) {
    super(message);
  }
}
