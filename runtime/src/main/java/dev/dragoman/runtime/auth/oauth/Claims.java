package dev.dragoman.runtime.auth.oauth;

import dev.dragoman.runtime.auth.InvalidTokenException;
import dev.dragoman.runtime.auth.VerifiedToken;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks the claims of a token, whether signed or returned by introspection. */
final class Claims {
  /** Maximum clock difference between issuer and server. */
  private static final Duration SKEW = Duration.ofSeconds(30);

  /** The client of a token: RFC 9068, OpenID Connect, Okta, version 1.0 of Entra ID. */
  private static final List<String> CLIENT = List.of("client_id", "azp", "cid", "appid");

  /**
   * Claims of tokens intended for the client: ID tokens (OpenID Connect Core, section 2 and
   * 3.3.2.11) and logout tokens (OpenID Connect Back-Channel Logout, section 2.4).
   */
  private static final List<String> NOT_OF_ACCESS_TOKENS =
      List.of("nonce", "at_hash", "c_hash", "s_hash", "events");

  /** Names for other kinds of tokens in Cognito ({@code token_use}) and Keycloak ({@code typ}). */
  private static final Set<String> OTHER_KINDS =
      Set.of("id", "refresh", "offline", "logout", "serialized-id");

  private final OAuthOptions options;
  private final Clock clock;

  Claims(OAuthOptions options, Clock clock) {
    this.options = options;
    this.clock = clock;
  }

  /** A JWT contains its issuer and its expiration time (RFC 9068, section 2.2). */
  VerifiedToken ofJwt(ObjectNode claims) {
    issuer(claims);
    if (number(claims, "exp").isEmpty()) {
      throw new InvalidTokenException("The access token has no expiration time");
    }
    return checked(claims);
  }

  /** The issuer may omit claims that it checks itself (RFC 7662, section 2.2). */
  VerifiedToken ofIntrospection(ObjectNode claims) {
    if (claims.hasNonNull("iss")) {
      issuer(claims);
    }
    if (claims.hasNonNull("token_type")
        && !text(claims, "token_type").filter("Bearer"::equalsIgnoreCase).isPresent()) {
      throw new InvalidTokenException("The token is not a bearer access token");
    }
    return checked(claims);
  }

  /** Checks the issuer; can be trusted only if signed, but suffices to refuse a token early. */
  void issuer(ObjectNode claims) {
    if (!text(claims, "iss").filter(options.issuer().toString()::equals).isPresent()) {
      throw new InvalidTokenException("The access token was issued by another issuer");
    }
  }

  private VerifiedToken checked(ObjectNode claims) {
    kind(claims);
    audience(claims);
    times(claims);
    // Bound to a key (RFC 9449, RFC 8705): presenting it requires a proof that is not verified
    // here.
    if (claims.hasNonNull("cnf")) {
      throw new InvalidTokenException(
          "The access token is bound to a key and is not a bearer token");
    }
    return new VerifiedToken(
        subject(claims),
        options.claims().scopes(claims),
        options.claims().roles(claims),
        organizations(claims));
  }

  /** The audience of an ID token is the client; it could match if an audience is a client id. */
  private static void kind(ObjectNode claims) {
    boolean other =
        NOT_OF_ACCESS_TOKENS.stream().anyMatch(claims::hasNonNull)
            || Stream.of("token_use", "typ")
                .flatMap(name -> text(claims, name).stream())
                .anyMatch(kind -> OTHER_KINDS.contains(kind.toLowerCase(Locale.ROOT)));
    if (other) {
      throw new InvalidTokenException(
          "The token is not an access token; an ID token or a refresh token is not accepted");
    }
  }

  private void audience(ObjectNode claims) {
    JsonNode audience = claims.path("aud");
    boolean absent =
        audience.isMissingNode() || audience.isNull() || (audience.isArray() && audience.isEmpty());
    if (absent && !options.clients().isEmpty()) {
      client(claims);
      return;
    }
    Stream<String> all =
        audience.isArray() ? audience.valueStream().flatMap(Claims::text) : text(audience);
    if (all.noneMatch(options.audiences()::contains)) {
      throw new InvalidTokenException("The access token is for another audience");
    }
  }

  /** Tokens without an audience name the client, which is configured by the operator. */
  private void client(ObjectNode claims) {
    Optional<String> client =
        CLIENT.stream().flatMap(name -> text(claims, name).stream()).findFirst();
    if (client.filter(options.clients()::contains).isEmpty()) {
      throw new InvalidTokenException("The access token was issued to another client");
    }
  }

  private void times(ObjectNode claims) {
    double now = clock.millis() / 1000.0;
    Optional<Double> expires = number(claims, "exp");
    if (expires.isPresent() && expires.get() + SKEW.toSeconds() <= now) {
      throw new InvalidTokenException("The access token has expired");
    }
    Optional<Double> begins = number(claims, "nbf");
    if (begins.isPresent() && begins.get() - SKEW.toSeconds() > now) {
      throw new InvalidTokenException("The access token is not valid yet");
    }
  }

  /** A client that acts for itself may not have a subject. */
  private static String subject(ObjectNode claims) {
    return Stream.of("sub", "client_id", "azp")
        .map(name -> text(claims, name))
        .flatMap(Optional::stream)
        .filter(value -> !value.isBlank())
        .findFirst()
        .orElseThrow(() -> new InvalidTokenException("The access token has no subject"));
  }

  private Optional<Map<String, String>> organizations(ObjectNode claims) {
    Optional<Map<String, String>> organizations = options.claims().organizations(claims);
    JsonNode claim = claims.path(options.claims().organization());
    if (claim.isString() && organizations.filter(Map::isEmpty).isPresent()) {
      throw new InvalidTokenException("The access token's organization claim is not a valid id");
    }
    return organizations;
  }

  private static Stream<String> text(JsonNode value) {
    return value.isString() ? Stream.of(value.stringValue()) : Stream.empty();
  }

  private static Optional<String> text(ObjectNode claims, String name) {
    return Http.text(claims, name);
  }

  /**
   * Seconds since 1970; empty if the claim is absent or null, which some issuers write for an
   * absent one. A time that is not a number is treated like an expired one.
   */
  private static Optional<Double> number(ObjectNode claims, String name) {
    JsonNode value = claims.get(name);
    if (value == null || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isNumber() || !Double.isFinite(seconds(value))) {
      throw new InvalidTokenException("The access token contains a time that is not a number");
    }
    return Optional.of(seconds(value));
  }

  /** The value of a number; infinite beyond the range of the type, where Jackson throws. */
  static double seconds(JsonNode number) {
    return number.decimalValue().doubleValue();
  }
}
