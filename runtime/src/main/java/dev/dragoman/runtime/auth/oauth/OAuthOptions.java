package dev.dragoman.runtime.auth.oauth;

import dev.dragoman.runtime.Secret;
import dev.dragoman.runtime.auth.TokenVerifier;
import dev.dragoman.runtime.outbound.OutboundClient;
import java.net.URI;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which access tokens are accepted and how they are verified.
 *
 * @param issuer the issuer of the tokens; must equal the token's {@code iss}
 * @param authorizationServer the server whose metadata contains the location of the issuer's keys;
 *     usually the issuer
 * @param audiences the accepted audiences; one of them must equal one of the token's {@code aud}
 *     (RFC 8707)
 * @param clients ids of clients whose tokens need no {@code aud}; a token that has one must still
 *     match an audience
 * @param jwks the location of the issuer's keys; null to read it from the metadata
 * @param introspection the endpoint that introspects each token (RFC 7662); null to verify JWTs
 *     with the keys
 * @param claims the claims that contain scopes and organizations
 */
public record OAuthOptions(
    URI issuer,
    URI authorizationServer,
    Set<String> audiences,
    Set<String> clients,
    @Nullable URI jwks,
    @Nullable Introspection introspection,
    TokenClaims claims) {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  /**
   * An introspection endpoint and this server's credentials for it.
   *
   * @param clientId see RFC 6749, section 2.3.1
   */
  public record Introspection(URI endpoint, String clientId, Secret clientSecret) {
    public Introspection {
      Objects.requireNonNull(endpoint);
      Objects.requireNonNull(clientId);
      Objects.requireNonNull(clientSecret);
    }
  }

  public OAuthOptions {
    Objects.requireNonNull(issuer);
    Objects.requireNonNull(authorizationServer);
    audiences = Collections.unmodifiableSet(new LinkedHashSet<>(audiences));
    clients = Set.copyOf(clients);
    Objects.requireNonNull(claims);
  }

  /** Tokens of an issuer for one audience, with the usual claims. */
  public OAuthOptions(
      URI issuer,
      String audience,
      @Nullable URI jwks,
      @Nullable Introspection introspection,
      String organizationClaim) {
    this(
        issuer,
        issuer,
        Set.of(audience),
        Set.of(),
        jwks,
        introspection,
        TokenClaims.USUAL.withOrganization(organizationClaim));
  }

  /**
   * The verifier of these tokens. Sends no request yet.
   *
   * @param client sends the requests to the authorization server
   */
  public TokenVerifier verifier(Clock clock, OutboundClient client) {
    Http http = new Http(client);
    Claims checks = new Claims(this, clock);
    return introspection == null
        ? new JwtVerifier(new KeyCache(new KeyServer(this, http), clock), checks)
        : new IntrospectionVerifier(introspection, http, checks, clock);
  }

  /** The problem with an authorization server's URL, if any: tokens and keys require TLS. */
  public static Optional<String> problem(URI url) {
    String host = url.getHost();
    boolean http = "http".equals(url.getScheme()) && host != null && LOOPBACK.contains(host);
    boolean https = "https".equals(url.getScheme()) && host != null;
    if (!http && !https) {
      return Optional.of("must be an https URL; http is accepted for loopback hosts only");
    }
    return url.getRawUserInfo() == null && url.getRawFragment() == null
        ? Optional.empty()
        : Optional.of("must not have user information or a fragment");
  }
}
