package dev.dragoman.runtime.auth;

/** Whether an access token is good cannot be told now. The message is for the operator's log. */
public final class VerifierUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public VerifierUnavailableException(String message) {
    super(message);
  }
}
