package dev.dragoman.runtime.credential;

/** Thrown if a required credential is not available. The message contains no secret. */
public final class CredentialException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean gaveUp;

  CredentialException(String message) {
    this(message, false);
  }

  /**
   * Creates an exception.
   *
   * @param gaveUp whether the caller no longer waits, because of its own deadline or because it was
   *     cancelled: another caller may still get the credential
   */
  CredentialException(String message, boolean gaveUp) {
    super(message, null, false, false);
    this.gaveUp = gaveUp;
  }

  boolean isGaveUp() {
    return gaveUp;
  }
}
