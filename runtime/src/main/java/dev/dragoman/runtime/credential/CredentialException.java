package dev.dragoman.runtime.credential;

/** Thrown if a required credential is not available. The message contains no secret. */
public final class CredentialException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CredentialException(String message) {
    super(message, null, false, false);
  }
}
