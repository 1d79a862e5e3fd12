package dev.dragoman.runtime.auth;

/**
 * Thrown if an access token is not valid for this server. The message is a fixed text that contains
 * nothing from the token.
 */
public final class InvalidTokenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InvalidTokenException(String reason) {
    super(reason);
  }
}
