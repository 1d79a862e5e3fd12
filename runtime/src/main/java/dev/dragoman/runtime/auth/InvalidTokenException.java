package dev.dragoman.runtime.auth;

/**
 * An access token is not good for this server. The message says why in fixed words, of which none
 * comes from the token.
 */
public final class InvalidTokenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InvalidTokenException(String reason) {
    super(reason);
  }
}
