package dev.dragoman.runtime.credential;

import dev.dragoman.runtime.Grant;
import dev.dragoman.runtime.Secret;
import dev.dragoman.runtime.outbound.OutboundClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** One token for all callers, using the client credentials grant (RFC 6749, section 4.4). */
public final class ClientCredentials implements CredentialSource {
  private static final String KEY = "client";

  private final TokenSettings settings;
  private final TokenEndpoint endpoint;
  private final TokenCache cache;

  /**
   * Creates a source of tokens.
   *
   * @param client sends the requests to the token endpoint
   */
  public ClientCredentials(TokenSettings settings, OutboundClient client) {
    this(settings, client, Clock.systemUTC());
  }

  ClientCredentials(TokenSettings settings, OutboundClient client, Clock clock) {
    this.settings = settings;
    this.endpoint = new TokenEndpoint(settings, client);
    this.cache = new TokenCache(clock);
  }

  @Override
  public Optional<Secret> forGrant(Grant grant, Duration patience) {
    return Optional.of(
        cache.get(
            KEY,
            patience,
            left -> endpoint.request(settings.parameters("client_credentials"), left)));
  }
}
