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
 * @param access the effect of running it
 * @param authModes on whose behalf it may be run
 * @param scopes the scopes that an access token must have: alternatives, each a list of scopes
 *     needed together; if there are none, any token suffices
 */
public record OperationRights(
    AccessLevel access, Set<AuthMode> authModes, List<List<String>> scopes) {
  /** The auth modes of an operation that is not restricted to one. */
  public static final Set<AuthMode> EVERY_MODE =
      Collections.unmodifiableSet(EnumSet.allOf(AuthMode.class));

  public OperationRights {
    Objects.requireNonNull(access);
    authModes = Collections.unmodifiableSet(EnumSet.copyOf(authModes));
    scopes = scopes.stream().map(List::copyOf).toList();
  }

  /** These rights with another access level. */
  public OperationRights withAccess(AccessLevel level) {
    return new OperationRights(level, authModes, scopes);
  }

  /** These rights for other auth modes. */
  public OperationRights withAuthModes(Set<AuthMode> modes) {
    return new OperationRights(access, modes, scopes);
  }

  /** These rights with other alternatives of scopes. */
  public OperationRights withScopes(List<List<String>> alternatives) {
    return new OperationRights(access, authModes, alternatives);
  }
}
