package dev.dragoman.runtime.execute;

/** The API gave no usable answer. The message says why and what to do, and holds no secret. */
public sealed class UpstreamException extends RuntimeException permits MissingCredentialException {
  private static final long serialVersionUID = 1L;

  public UpstreamException(String message) {
    super(message);
  }
}
