package dev.dragoman.runtime;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a validated OAuth access token allows. The token is issued for this server, not for the API
 * (RFC 8707): it is kept for token exchange (RFC 8693) only and never sent to the API itself.
 *
 * @param subject the subject of the token, as named by the authorization server
 * @param scopes the granted scopes (RFC 6749, section 3.3)
 * @param token the access token, for token exchange only; empty if it is not kept
 * @param roles those scopes that are roles or permissions of the subject and cannot be requested by
 *     a client
 * @param organizations the ids of the organizations to which the token limits the caller, keyed by
 *     the token's name for each, which may be the id itself; an empty map if the token allows none,
 *     empty if tokens do not limit callers to organizations
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
