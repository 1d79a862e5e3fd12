package dev.dragoman.runtime.auth;

/** Says what an OAuth access token allows. Thread-safe. */
public interface TokenVerifier {

  /**
   * Checks a token.
   *
   * @param token as it came, within {@link CallerSettings#CREDENTIAL_LIMIT}
   * @throws InvalidTokenException when it is not good for this server
   * @throws VerifierUnavailableException when that cannot be told now
   */
  VerifiedToken verify(String token);
}
