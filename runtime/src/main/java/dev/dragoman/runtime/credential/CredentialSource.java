package dev.dragoman.runtime.credential;

import dev.dragoman.runtime.Grant;
import dev.dragoman.runtime.Secret;
import java.time.Duration;
import java.util.Optional;

/**
 * Where the credential for the API comes from when a caller has an access token for this server and
 * none for the API. Never gives that token itself. Thread-safe.
 */
public interface CredentialSource {
  /** Gives none: such callers are told that one is missing. */
  CredentialSource NONE = (grant, patience) -> Optional.empty();

  /**
   * The credential for calls under a grant.
   *
   * @param patience how long it may take
   * @throws CredentialException if there should be one and cannot be had now; trying again later
   *     may help
   */
  Optional<Secret> forGrant(Grant grant, Duration patience);

  /** The operator's own credential, the same for everyone. */
  static CredentialSource fixed(Secret credential) {
    return (grant, patience) -> Optional.of(credential);
  }
}
