package dev.dragoman.runtime.execute;

/**
 * Thrown if the operation needs a credential that is missing or cannot be sent. Nothing was sent.
 */
public final class MissingCredentialException extends UpstreamException {
  private static final long serialVersionUID = 1L;

  public MissingCredentialException(String message) {
    super(message);
  }
}
