package dev.dragoman.runtime.execute;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The headers by which an API recognizes a repeated write.
 *
 * @param named a header configured by the operator, in addition to the usual two
 */
public record IdempotencyHeaders(Optional<String> named) {
  /** The header of draft-ietf-httpapi-idempotency-key-header and its common older spelling. */
  private static final Set<String> USUAL = Set.of("idempotency-key", "x-idempotency-key");

  /** Whether a header is one of them. */
  public boolean contains(String name) {
    return USUAL.contains(name.toLowerCase(Locale.ROOT))
        || named.filter(name::equalsIgnoreCase).isPresent();
  }
}
