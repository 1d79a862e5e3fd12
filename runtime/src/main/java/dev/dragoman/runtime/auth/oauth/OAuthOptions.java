package dev.dragoman.runtime.auth.oauth;

import dev.dragoman.runtime.Secret;
import dev.dragoman.runtime.auth.TokenVerifier;
import java.net.URI;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose access tokens are good, and how that is found out.
 *
 * @param issuer who issues them; exactly the token's {@code iss}
 * @param authorizationServer whose metadata says where the issuer's keys are; usually the issuer
 * @param audiences whom they must be for; exactly one of these is one of the token's {@code aud}
 *     (RFC 8707)
 * @param clients ids of the clients whose tokens need no {@code aud}; a token that has one must be
 *     for an audience all the same
 * @param jwks where the issuer's keys are; null to read that from the metadata
 * @param introspection whom to ask about each token (RFC 7662); null to check JWTs by the keys
 * @param claims which claims say what
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
   * An introspection endpoint and how this server shows itself there.
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

  /** The verifier of these tokens. Asks nobody yet. */
  public TokenVerifier verifier(Clock clock) {
    Http http = new Http();
    Claims checks = new Claims(this, clock);
    return introspection == null
        ? new JwtVerifier(new KeyCache(new KeyServer(this, http), clock), checks)
        : new IntrospectionVerifier(introspection, http, checks, clock);
  }

  /** What is wrong with a URL of an authorization server: tokens and keys go over TLS only. */
  public static Optional<String> problem(URI url) {
    String host = url.getHost();
    boolean http = "http".equals(url.getScheme()) && host != null && LOOPBACK.contains(host);
    boolean https = "https".equals(url.getScheme()) && host != null;
    if (!http && !https) {
      return Optional.of("must be an https URL; http will do for a loopback host only");
    }
    return url.getRawUserInfo() == null && url.getRawFragment() == null
        ? Optional.empty()
        : Optional.of("may have no user information and no fragment");
  }
}
