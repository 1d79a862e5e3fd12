package dev.dragoman.runtime.extension;

/** Thrown by tools and filters to refuse a call. */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Refuses.
   *
   * @param message for the model: what is refused, why, and what would be accepted
   */
  public RefusedException(String message) {
    super(message);
  }
}
