package dev.dragoman.runtime.auth;

/** Says what an OAuth access token allows. Thread-safe. */
public interface TokenVerifier {

  /**
   * Checks a token.
   *
   * @param token as it came, not longer than the operator allows
   * @throws InvalidTokenException when it is not good for this server
   * @throws VerifierUnavailableException when that cannot be told now
   */
  VerifiedToken verify(String token);

  /**
   * Asks the authorization server for what checking tokens needs, unless that is known.
   *
   * @throws VerifierUnavailableException when it cannot be had; the message says why in one
   *     sentence
   */
  default void prepare() {}

  /** Whether tokens can be checked, or could be once. Asks nobody. */
  default boolean isReady() {
    return true;
  }
}
