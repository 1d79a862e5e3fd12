package dev.dragoman.runtime;

import java.util.Objects;
import java.util.Set;

/**
 * What a validated OAuth access token allows. The token itself is not kept: it is for this server,
 * not for the API (RFC 8707).
 *
 * @param subject whom the token is about, as the authorization server names it
 * @param scopes the scopes granted (RFC 6749, section 3.3)
 */
public record Grant(String subject, Set<String> scopes) {
  public Grant {
    Objects.requireNonNull(subject);
    scopes = Set.copyOf(scopes);
  }

  /** The subject is a person's id and stays out of logs. */
  @Override
  public String toString() {
    return "Grant[scopes=" + scopes + "]";
  }
}
