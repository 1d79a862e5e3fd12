package dev.dragoman.generator.plan;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.AuthMode;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Who may run an operation; see {@link dev.dragoman.runtime.Operation}.
 *
 * @param access what running it can do
 * @param authModes on whose behalf it may be run
 * @param scopes what an access token must allow: alternatives of scopes needed together
 */
public record OperationRights(
    AccessLevel access, Set<AuthMode> authModes, List<List<String>> scopes) {
  public static final Set<AuthMode> EVERY_MODE =
      Collections.unmodifiableSet(EnumSet.allOf(AuthMode.class));

  public OperationRights {
    Objects.requireNonNull(access);
    authModes = Collections.unmodifiableSet(EnumSet.copyOf(authModes));
    scopes = scopes.stream().map(List::copyOf).toList();
  }

  public OperationRights withAccess(AccessLevel level) {
    return new OperationRights(level, authModes, scopes);
  }

  public OperationRights withAuthModes(Set<AuthMode> modes) {
    return new OperationRights(access, modes, scopes);
  }

  public OperationRights withScopes(List<List<String>> alternatives) {
    return new OperationRights(access, authModes, alternatives);
  }
}
