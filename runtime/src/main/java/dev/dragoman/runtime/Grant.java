package dev.dragoman.runtime;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a validated OAuth access token allows. The token is for this server, not for the API (RFC
 * 8707): it is kept for a token exchange (RFC 8693) alone, and never sent to the API itself.
 *
 * @param subject whom the token is about, as the authorization server names it
 * @param scopes the scopes granted (RFC 6749, section 3.3)
 * @param token the access token, for a token exchange only; empty where none is kept
 */
public record Grant(String subject, Set<String> scopes, Optional<Secret> token) {
  public Grant {
    Objects.requireNonNull(subject);
    scopes = Set.copyOf(scopes);
    Objects.requireNonNull(token);
  }

  /** A grant whose token is not kept. */
  public Grant(String subject, Set<String> scopes) {
    this(subject, scopes, Optional.empty());
  }

  /** The subject is a person's id and stays out of logs, as the token does. */
  @Override
  public String toString() {
    return "Grant[scopes=" + scopes + "]";
  }
}
