package dev.dragoman.runtime.execute;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The headers by whose value an API tells that a write was sent before.
 *
 * @param named one that the operator named, beside the usual two
 */
public record IdempotencyHeaders(Optional<String> named) {
  /** The header of draft-ietf-httpapi-idempotency-key-header and its common older spelling. */
  private static final Set<String> USUAL = Set.of("idempotency-key", "x-idempotency-key");

  /** Whether this is one of them. */
  public boolean contains(String name) {
    return USUAL.contains(name.toLowerCase(Locale.ROOT))
        || named.filter(name::equalsIgnoreCase).isPresent();
  }
}
