package dev.dragoman.runtime;

import java.util.Map;
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
 * @param credentials the caller's own for single security schemes, by the scheme's name; each goes
 *     before {@code credential} where its scheme is wanted
 */
public record Caller(
    AccessMode accessMode,
    AuthMode authMode,
    Optional<String> organisation,
    Optional<Secret> credential,
    Optional<Grant> grant,
    Optional<String> environment,
    Map<String, Secret> credentials) {

  public Caller {
    Objects.requireNonNull(accessMode);
    Objects.requireNonNull(authMode);
    Objects.requireNonNull(organisation);
    Objects.requireNonNull(credential);
    Objects.requireNonNull(grant);
    Objects.requireNonNull(environment);
    credentials = Map.copyOf(credentials);
  }

  /** A caller with one credential for whatever scheme is wanted. */
  public Caller(
      AccessMode accessMode,
      AuthMode authMode,
      Optional<String> organisation,
      Optional<Secret> credential,
      Optional<Grant> grant,
      Optional<String> environment) {
    this(accessMode, authMode, organisation, credential, grant, environment, Map.of());
  }

  /** A caller that came without an OAuth token and goes to the default environment. */
  public Caller(
      AccessMode accessMode,
      AuthMode authMode,
      Optional<String> organisation,
      Optional<Secret> credential) {
    this(accessMode, authMode, organisation, credential, Optional.empty(), Optional.empty());
  }

  /** The same caller with credentials for single security schemes, by the scheme's name. */
  public Caller withCredentials(Map<String, Secret> byScheme) {
    return new Caller(accessMode, authMode, organisation, credential, grant, environment, byScheme);
  }

  /** The same caller with this credential. */
  public Caller withCredential(Secret other) {
    return new Caller(
        accessMode, authMode, organisation, Optional.of(other), grant, environment, credentials);
  }

  /** A caller that said nothing: reads only, for itself, without a credential. */
  public static Caller anonymous() {
    return new Caller(AccessMode.READ_ONLY, AuthMode.USER, Optional.empty(), Optional.empty());
  }
}
