package dev.dragoman.runtime.credential;

import dev.dragoman.runtime.Secret;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How tokens for the API are requested (RFC 6749, section 3.2).
 *
 * @param endpoint the token endpoint of the authorization server
 * @param clientId this server's client id
 * @param clientSecret its secret, sent with HTTP Basic (section 2.3.1)
 * @param audience the audience of the token (RFC 8693, section 2.1)
 * @param resource the URI of the API (RFC 8707)
 * @param scope the scopes of the token, separated by spaces
 */
public record TokenSettings(
    URI endpoint,
    String clientId,
    Secret clientSecret,
    Optional<String> audience,
    Optional<String> resource,
    Optional<String> scope) {
  public TokenSettings {
    Objects.requireNonNull(endpoint);
    Objects.requireNonNull(clientId);
    Objects.requireNonNull(clientSecret);
    Objects.requireNonNull(audience);
    Objects.requireNonNull(resource);
    Objects.requireNonNull(scope);
  }

  /** The parameters common to all requests. */
  Map<String, String> parameters(String grantType) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("grant_type", grantType);
    audience.ifPresent(value -> parameters.put("audience", value));
    resource.ifPresent(value -> parameters.put("resource", value));
    scope.ifPresent(value -> parameters.put("scope", value));
    return parameters;
  }
}
