package dev.dragoman.runtime.credential;

import dev.dragoman.runtime.Grant;
import dev.dragoman.runtime.Secret;
import java.time.Duration;
import java.util.Optional;

/**
 * Supplies the API credential for callers that have an access token for this server but none for
 * the API. Never returns that token itself. Thread-safe.
 */
public interface CredentialSource {
  /** Supplies none: such callers are told that a credential is missing. */
  CredentialSource NONE = (grant, patience) -> Optional.empty();

  /**
   * The credential for calls under a grant.
   *
   * @param patience the maximum time to wait
   * @throws CredentialException if a required credential is not available now; retrying later may
   *     help
   */
  Optional<Secret> forGrant(Grant grant, Duration patience);

  /** The operator's own credential, shared by all callers. */
  static CredentialSource fixed(Secret credential) {
    return (grant, patience) -> Optional.of(credential);
  }
}
