package dev.dragoman.runtime.auth;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a good access token says.
 *
 * @param subject whom it is about
 * @param scopes what it allows
 * @param roles those of the scopes that are roles or permissions, which no client can ask for
 * @param organizations the ids of the organizations its subject may act in, by the name the token
 *     has for each, which may be the id itself; empty where tokens are not asked for organizations
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

  /** Whether a text can be the id of an organization: it goes into headers, paths and queries. */
  public static boolean isOrganization(String id) {
    return CallerSettings.isOrganization(id);
  }

  /** The subject is a person's id and stays out of logs. */
  @Override
  public String toString() {
    return "VerifiedToken[scopes=" + scopes + "]";
  }
}
