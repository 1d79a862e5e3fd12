package dev.dragoman.generator.options;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.AuthMode;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What the operator says about operations. What it does not say stays as it is.
 *
 * @param match which operations
 * @param access what running one can do
 * @param authModes on whose behalf one may be run; empty when not said
 * @param scopes what an access token must allow: alternatives of scopes needed together; an empty
 *     list asks for none
 * @param name the name agents call it by; for one operation only
 * @param exclude whether they are left out
 */
public record OperationRule(
    OperationMatch match,
    Optional<AccessLevel> access,
    Set<AuthMode> authModes,
    Optional<List<List<String>>> scopes,
    Optional<String> name,
    boolean exclude) {
  public OperationRule {
    Objects.requireNonNull(match);
    Objects.requireNonNull(access);
    authModes =
        authModes.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(authModes));
    Objects.requireNonNull(scopes);
    Objects.requireNonNull(name);
  }
}
