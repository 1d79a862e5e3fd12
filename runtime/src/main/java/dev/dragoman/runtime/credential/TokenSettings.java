package dev.dragoman.runtime.credential;

import dev.dragoman.runtime.Secret;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How tokens for the API are asked for (RFC 6749, section 3.2).
 *
 * @param endpoint the token endpoint of the authorization server
 * @param clientId this server's id there
 * @param clientSecret its secret, sent with HTTP Basic (section 2.3.1)
 * @param audience for whom a token is to be (RFC 8693, section 2.1)
 * @param resource the URI of the API (RFC 8707)
 * @param scope what a token is to allow, scopes with blanks between them
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

  /** The parameters that every request has. */
  Map<String, String> parameters(String grantType) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("grant_type", grantType);
    audience.ifPresent(value -> parameters.put("audience", value));
    resource.ifPresent(value -> parameters.put("resource", value));
    scope.ifPresent(value -> parameters.put("scope", value));
    return parameters;
  }
}
