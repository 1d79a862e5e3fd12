package dev.dragoman.runtime.auth;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a good access token says.
 *
 * @param subject whom it is about
 * @param scopes what it allows
 * @param organisation the organisation its subject acts in, where it names one
 */
public record VerifiedToken(String subject, Set<String> scopes, Optional<String> organisation) {
  public VerifiedToken {
    Objects.requireNonNull(subject);
    scopes = Set.copyOf(scopes);
    Objects.requireNonNull(organisation);
  }

  /** The subject is a person's id and stays out of logs. */
  @Override
  public String toString() {
    return "VerifiedToken[scopes=" + scopes + "]";
  }
}
