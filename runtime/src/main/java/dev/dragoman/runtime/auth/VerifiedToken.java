package dev.dragoman.runtime.auth;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The content of a valid access token.
 *
 * @param subject the subject of the token
 * @param scopes the granted scopes
 * @param roles those scopes that are roles or permissions, which no client can request
 * @param organizations the ids of the organizations in which the subject may act, keyed by the
 *     token's name for each, which may be the id itself; empty if tokens are not read for
 *     organizations
 */
public record VerifiedToken(
    String subject,
    Set<String> scopes,
    Set<String> roles,
    Optional<Map<String, String>> organizations) {
  public VerifiedToken {
    Objects.requireNonNull(subject);
    scopes = Set.copyOf(scopes);
    roles = Set.copyOf(roles);
    organizations = organizations.map(ids -> Collections.unmodifiableMap(new TreeMap<>(ids)));
  }

  /** Whether a string can be an organization id; ids are used in headers, paths and queries. */
  public static boolean isOrganization(String id) {
    return CallerSettings.isOrganization(id);
  }

  /** Omits the subject, which is a person's id and must not appear in logs. */
  @Override
  public String toString() {
    return "VerifiedToken[scopes=" + scopes + "]";
  }
}
