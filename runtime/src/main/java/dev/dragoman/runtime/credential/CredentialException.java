package dev.dragoman.runtime.credential;

/** A credential that should be there cannot be had. The message holds no secret. */
public final class CredentialException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CredentialException(String message) {
    super(message, null, false, false);
  }
}
