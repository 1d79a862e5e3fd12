package dev.dragoman.runtime;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a validated OAuth access token allows. The token is for this server, not for the API (RFC
 * 8707): it is kept for a token exchange (RFC 8693) alone, and never sent to the API itself.
 *
 * @param subject whom the token is about, as the authorization server names it
 * @param scopes the scopes granted (RFC 6749, section 3.3)
 * @param token the access token, for a token exchange only; empty where none is kept
 * @param roles those of the scopes that are roles or permissions of the subject, which no client
 *     can ask for
 * @param organizations the ids of the organizations that the token limits its caller to, by the
 *     name the token has for each, which may be the id itself; an empty map for none at all, empty
 *     where tokens do not limit their callers to organizations
 */
public record Grant(
    String subject,
    Set<String> scopes,
    Optional<Secret> token,
    Set<String> roles,
    Optional<Map<String, String>> organizations) {
  public Grant {
    Objects.requireNonNull(subject);
    scopes = Set.copyOf(scopes);
    Objects.requireNonNull(token);
    roles = Set.copyOf(roles);
    organizations = organizations.map(ids -> Collections.unmodifiableMap(new TreeMap<>(ids)));
  }

  /** A grant that is not limited to organizations. */
  public Grant(String subject, Set<String> scopes, Optional<Secret> token) {
    this(subject, scopes, token, Set.of(), Optional.empty());
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
