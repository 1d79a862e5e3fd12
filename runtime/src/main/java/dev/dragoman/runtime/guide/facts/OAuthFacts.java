package dev.dragoman.runtime.guide.facts;

import java.net.URI;
import java.util.List;
import java.util.Objects;

/**
 * Where users sign in.
 *
 * @param authorizationServer issues the access tokens
 * @param scopes what clients are told to request initially; may be empty
 */
public record OAuthFacts(URI authorizationServer, List<String> scopes) {
  public OAuthFacts {
    Objects.requireNonNull(authorizationServer);
    scopes = List.copyOf(scopes);
  }
}
