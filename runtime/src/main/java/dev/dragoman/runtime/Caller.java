package dev.dragoman.runtime;

import java.util.Objects;
import java.util.Optional;

/**
 * Who calls, and within which limits. Made afresh for every request; nothing of it is kept.
 *
 * @param accessMode how much the caller may do, the operator's ceiling already applied
 * @param authMode on whose behalf
 * @param organisation the partner's default organisation, in {@link AuthMode#PARTNER} only
 * @param credential what the caller brought for the API; empty when it brought none
 */
public record Caller(
    AccessMode accessMode,
    AuthMode authMode,
    Optional<String> organisation,
    Optional<Secret> credential) {

  public Caller {
    Objects.requireNonNull(accessMode);
    Objects.requireNonNull(authMode);
    Objects.requireNonNull(organisation);
    Objects.requireNonNull(credential);
  }

  /** A caller that said nothing: reads only, for itself, without a credential. */
  public static Caller anonymous() {
    return new Caller(AccessMode.READ_ONLY, AuthMode.USER, Optional.empty(), Optional.empty());
  }
}
