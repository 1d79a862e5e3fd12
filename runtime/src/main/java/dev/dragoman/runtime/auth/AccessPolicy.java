package dev.dragoman.runtime.auth;

import dev.dragoman.runtime.AccessMode;
import java.util.Objects;

/**
 * What the operator of a server lets callers ask for.
 *
 * @param ceiling the most that any caller may do, whatever it asks for
 */
public record AccessPolicy(AccessMode ceiling) {

  /** Callers choose: {@code full-access} for those that ask for it. */
  public static final AccessPolicy OPEN = new AccessPolicy(AccessMode.FULL_ACCESS);

  public AccessPolicy {
    Objects.requireNonNull(ceiling);
  }

  /** The mode a caller gets for the one it asked for: never more than either. */
  AccessMode limit(AccessMode asked) {
    return ceiling == AccessMode.FULL_ACCESS ? asked : AccessMode.READ_ONLY;
  }
}
