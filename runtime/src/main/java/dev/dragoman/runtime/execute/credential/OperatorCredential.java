package dev.dragoman.runtime.execute.credential;

import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Secret;
import dev.dragoman.runtime.credential.CredentialException;
import dev.dragoman.runtime.credential.CredentialSource;
import dev.dragoman.runtime.execute.UpstreamException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Provides the operator's API credential to callers with an access token. Others get none: a key in
 * the server's environment is not for callers without one.
 */
public final class OperatorCredential {
  /** For a preview: no credential is requested, and a mask is shown instead. */
  public static final Supplier<Duration> SHOWN = () -> Duration.ZERO;

  private static final Secret PLACEHOLDER = Secret.of("credential-of-the-operator");

  private OperatorCredential() {}

  /** The caller with the credential, if it is entitled to one. */
  public static Caller to(Caller caller, CredentialSource source, Supplier<Duration> patience) {
    boolean hasOwn = caller.credential().isPresent() || !caller.credentials().isEmpty();
    if (hasOwn || caller.grant().isEmpty() || source == CredentialSource.NONE) {
      return caller;
    }
    if (patience == SHOWN) {
      return caller.withCredential(PLACEHOLDER);
    }
    try {
      Optional<Secret> lent = source.forGrant(caller.grant().get(), patience.get());
      return lent.map(caller::withCredential).orElse(caller);
    } catch (CredentialException none) {
      throw new UpstreamException(String.valueOf(none.getMessage()));
    }
  }
}
