package dev.dragoman.runtime.execute;

/** The API gave no usable answer. The message says why and what to do, and holds no secret. */
public final class UpstreamException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UpstreamException(String message) {
    super(message);
  }
}
