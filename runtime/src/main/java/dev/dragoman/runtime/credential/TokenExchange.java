package dev.dragoman.runtime.credential;

import dev.dragoman.runtime.Grant;
import dev.dragoman.runtime.Secret;
import dev.dragoman.runtime.digest.Sha256;
import dev.dragoman.runtime.outbound.OutboundClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Obtains a separate token for each caller in exchange for the caller's access token (RFC 8693).
 * The access token is sent to the token endpoint only.
 */
public final class TokenExchange implements CredentialSource {
  private static final String GRANT_TYPE = "urn:ietf:params:oauth:grant-type:token-exchange";
  private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

  private final TokenSettings settings;
  private final TokenEndpoint endpoint;
  private final TokenCache cache;

  /**
   * Creates a source of tokens.
   *
   * @param client sends the requests to the token endpoint
   */
  public TokenExchange(TokenSettings settings, OutboundClient client) {
    this(settings, client, Clock.systemUTC());
  }

  TokenExchange(TokenSettings settings, OutboundClient client, Clock clock) {
    this.settings = settings;
    this.endpoint = new TokenEndpoint(settings, client);
    this.cache = new TokenCache(clock);
  }

  @Override
  public Optional<Secret> forGrant(Grant grant, Duration patience) {
    Secret subject =
        grant
            .token()
            .orElseThrow(
                () ->
                    new CredentialException(
                        "No API credential could be obtained: the access token to exchange is"
                            + " not available. Nothing was sent."));
    return Optional.of(
        cache.get(Sha256.hex(subject.reveal()), patience, left -> exchanged(subject, left)));
  }

  private Token exchanged(Secret subject, Duration patience) {
    Map<String, String> parameters = settings.parameters(GRANT_TYPE);
    parameters.put("subject_token", subject.reveal());
    parameters.put("subject_token_type", ACCESS_TOKEN);
    parameters.put("requested_token_type", ACCESS_TOKEN);
    Token token = endpoint.request(parameters, patience);
    if (token.value().equals(subject)) {
      throw new CredentialException(
          "The token endpoint returned the caller's own access token, which is for this server"
              + " and must not be sent to the API; nothing was sent. The operator can check"
              + " the audience in the token settings.");
    }
    return token;
  }
}
