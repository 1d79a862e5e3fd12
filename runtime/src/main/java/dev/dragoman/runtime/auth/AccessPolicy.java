package dev.dragoman.runtime.auth;

import dev.dragoman.runtime.AccessMode;
import java.util.Objects;
import java.util.Set;

/**
 * What the operator allows callers to request.
 *
 * @param ceiling the most that any caller may do, regardless of what it requests
 * @param ways how HTTP callers may authenticate
 * @param keys the format of the API's keys
 * @param environments the names of the environments that a caller with a key may choose
 */
public record AccessPolicy(
    AccessMode ceiling, Set<AuthenticationMethod> ways, KeyRules keys, Set<String> environments) {

  /** Callers choose their mode; {@code full-access} is available on request. */
  public static final AccessPolicy OPEN = new AccessPolicy(AccessMode.FULL_ACCESS);

  public AccessPolicy {
    Objects.requireNonNull(ceiling);
    ways = Set.copyOf(ways);
    Objects.requireNonNull(keys);
    environments = Set.copyOf(environments);
  }

  /** Callers with or without keys, in the default environment. */
  public AccessPolicy(AccessMode ceiling) {
    this(
        ceiling,
        Set.of(AuthenticationMethod.ANONYMOUS, AuthenticationMethod.API_KEY),
        KeyRules.UNKNOWN,
        Set.of());
  }

  /** The effective mode for a requested one: the lesser of the request and the ceiling. */
  AccessMode limit(AccessMode requested) {
    return ceiling == AccessMode.FULL_ACCESS ? requested : AccessMode.READ_ONLY;
  }

  boolean admits(AuthenticationMethod way) {
    return ways.contains(way);
  }
}
