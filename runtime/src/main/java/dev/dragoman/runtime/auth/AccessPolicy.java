package dev.dragoman.runtime.auth;

import dev.dragoman.runtime.AccessMode;
import java.util.Objects;
import java.util.Set;

/**
 * What the operator of a server lets callers ask for.
 *
 * @param ceiling the most that any caller may do, whatever it asks for
 * @param ways how callers over HTTP may come in
 * @param keys what the API's keys look like
 * @param environments names of the environments that a caller with a key may choose
 */
public record AccessPolicy(
    AccessMode ceiling, Set<AuthenticationMethod> ways, KeyRules keys, Set<String> environments) {

  /** Callers choose: {@code full-access} for those that ask for it. */
  public static final AccessPolicy OPEN = new AccessPolicy(AccessMode.FULL_ACCESS);

  public AccessPolicy {
    Objects.requireNonNull(ceiling);
    ways = Set.copyOf(ways);
    Objects.requireNonNull(keys);
    environments = Set.copyOf(environments);
  }

  /** Callers come with keys or without, to the default environment. */
  public AccessPolicy(AccessMode ceiling) {
    this(
        ceiling,
        Set.of(AuthenticationMethod.ANONYMOUS, AuthenticationMethod.API_KEY),
        KeyRules.UNKNOWN,
        Set.of());
  }

  /** The mode a caller gets for the one it asked for: never more than either. */
  AccessMode limit(AccessMode asked) {
    return ceiling == AccessMode.FULL_ACCESS ? asked : AccessMode.READ_ONLY;
  }

  boolean admits(AuthenticationMethod way) {
    return ways.contains(way);
  }
}
