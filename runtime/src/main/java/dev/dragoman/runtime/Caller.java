package dev.dragoman.runtime;

import java.util.Objects;
import java.util.Optional;

/**
 * Who calls, and within which limits. Made afresh for every request; nothing of it is kept.
 *
 * @param accessMode how much the caller may do, the operator's ceiling already applied
 * @param authMode on whose behalf
 * @param organisation the partner's default organisation, in {@link AuthMode#PARTNER} only, or the
 *     one that an access token names
 * @param credential the caller's own, as it is sent to the API; empty when there is none, and
 *     always with a grant
 * @param grant what its OAuth access token allows; empty when it came in another way
 * @param environment the name of the {@link Environment} its requests go to; empty for the default
 */
public record Caller(
    AccessMode accessMode,
    AuthMode authMode,
    Optional<String> organisation,
    Optional<Secret> credential,
    Optional<Grant> grant,
    Optional<String> environment) {

  public Caller {
    Objects.requireNonNull(accessMode);
    Objects.requireNonNull(authMode);
    Objects.requireNonNull(organisation);
    Objects.requireNonNull(credential);
    Objects.requireNonNull(grant);
    Objects.requireNonNull(environment);
  }

  /** A caller that came without an OAuth token and goes to the default environment. */
  public Caller(
      AccessMode accessMode,
      AuthMode authMode,
      Optional<String> organisation,
      Optional<Secret> credential) {
    this(accessMode, authMode, organisation, credential, Optional.empty(), Optional.empty());
  }

  /** A caller that said nothing: reads only, for itself, without a credential. */
  public static Caller anonymous() {
    return new Caller(AccessMode.READ_ONLY, AuthMode.USER, Optional.empty(), Optional.empty());
  }
}
