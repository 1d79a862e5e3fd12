package dev.dragoman.runtime.auth;

/** Verifies OAuth access tokens. Thread-safe. */
public interface TokenVerifier {

  /**
   * Verifies a token.
   *
   * @param token the token as received, not longer than the operator allows
   * @throws InvalidTokenException if the token is not valid for this server
   * @throws VerifierUnavailableException if its validity cannot be determined now
   */
  VerifiedToken verify(String token);

  /**
   * Requests what is needed to verify tokens from the authorization server, unless it is known.
   *
   * @throws VerifierUnavailableException if it is not available; the message is one sentence that
   *     says why
   */
  default void prepare() {}

  /** Whether tokens can be verified, or could be at some time. Sends no request. */
  default boolean isReady() {
    return true;
  }
}
