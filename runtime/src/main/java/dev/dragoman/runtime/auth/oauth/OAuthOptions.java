package dev.dragoman.runtime.auth.oauth;

import dev.dragoman.runtime.Secret;
import dev.dragoman.runtime.auth.TokenVerifier;
import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose access tokens are good, and how that is found out.
 *
 * @param issuer who issues them; exactly the token's {@code iss}
 * @param audience whom they must be for; exactly one of the token's {@code aud} (RFC 8707)
 * @param jwks where the issuer's keys are; null to read that from the issuer's metadata
 * @param introspection whom to ask about each token (RFC 7662); null to check JWTs by the keys
 * @param organisationClaim the claim that names the subject's organisation; empty for none
 */
public record OAuthOptions(
    URI issuer,
    String audience,
    @Nullable URI jwks,
    @Nullable Introspection introspection,
    String organisationClaim) {
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
    Objects.requireNonNull(audience);
    Objects.requireNonNull(organisationClaim);
  }

  /** The verifier of these tokens. Asks nobody yet. */
  public TokenVerifier verifier(Clock clock) {
    Http http = new Http();
    Claims claims = new Claims(this, clock);
    return introspection == null
        ? new JwtVerifier(new KeyCache(new KeyServer(this, http), clock), claims)
        : new IntrospectionVerifier(introspection, http, claims, clock);
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
