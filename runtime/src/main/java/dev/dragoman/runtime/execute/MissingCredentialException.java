package dev.dragoman.runtime.execute;

/** The operation needs a credential that may be sent where it goes. Nothing was sent. */
public final class MissingCredentialException extends UpstreamException {
  private static final long serialVersionUID = 1L;

  public MissingCredentialException(String message) {
    super(message);
  }
}
