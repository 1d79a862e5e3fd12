package dev.dragoman.runtime.auth.oauth;

import dev.dragoman.runtime.auth.InvalidTokenException;
import dev.dragoman.runtime.auth.ProtectedResource;
import dev.dragoman.runtime.auth.VerifiedToken;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the claims of a token must say, whether they came signed or from introspection. */
final class Claims {
  /** How far the clocks of issuer and server may be apart. */
  private static final Duration SKEW = Duration.ofSeconds(30);

  private final OAuthOptions options;
  private final Clock clock;

  Claims(OAuthOptions options, Clock clock) {
    this.options = options;
    this.clock = clock;
  }

  /** A JWT says who issued it and how long it is good (RFC 9068, section 2.2). */
  VerifiedToken ofJwt(ObjectNode claims) {
    issuer(text(claims, "iss"));
    if (number(claims, "exp").isEmpty()) {
      throw new InvalidTokenException("The access token does not say when it expires");
    }
    return checked(claims);
  }

  /** The issuer may leave out what it knows to hold when asked (RFC 7662, section 2.2). */
  VerifiedToken ofIntrospection(ObjectNode claims) {
    if (claims.has("iss")) {
      issuer(text(claims, "iss"));
    }
    if (!text(claims, "token_type").map("Bearer"::equalsIgnoreCase).orElse(true)) {
      throw new InvalidTokenException("The token is no bearer access token");
    }
    return checked(claims);
  }

  private void issuer(Optional<String> issuer) {
    if (!issuer.filter(options.issuer().toString()::equals).isPresent()) {
      throw new InvalidTokenException("The access token is of another issuer");
    }
  }

  private VerifiedToken checked(ObjectNode claims) {
    audience(claims.path("aud"));
    times(claims);
    // Bound to a key (RFC 9449, RFC 8705): whoever shows it must prove more than we ask for.
    if (claims.has("cnf")) {
      throw new InvalidTokenException("The access token is bound to a key and is no bearer token");
    }
    return new VerifiedToken(subject(claims), scopes(claims), organisation(claims));
  }

  private void audience(JsonNode audience) {
    Stream<String> all =
        audience.isArray() ? audience.valueStream().flatMap(Claims::text) : text(audience);
    if (all.noneMatch(options.audience()::equals)) {
      throw new InvalidTokenException("The access token is for another audience");
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

  /** A client that acts for itself may have no subject of its own. */
  private static String subject(ObjectNode claims) {
    return Stream.of("sub", "client_id", "azp")
        .map(name -> text(claims, name))
        .flatMap(Optional::stream)
        .filter(value -> !value.isBlank())
        .findFirst()
        .orElseThrow(() -> new InvalidTokenException("The access token names no subject"));
  }

  /** A list in {@code scope} with blanks (RFC 9068) or in {@code scp}, also as an array. */
  private static Set<String> scopes(ObjectNode claims) {
    Set<String> scopes = new LinkedHashSet<>();
    for (JsonNode claim : List.of(claims.path("scope"), claims.path("scp"))) {
      Stream<String> words =
          claim.isArray() ? claim.valueStream().flatMap(Claims::text) : text(claim);
      words
          .flatMap(list -> Stream.of(list.split(" ", -1)))
          .filter(ProtectedResource::isScope)
          .forEach(scopes::add);
    }
    return scopes;
  }

  private Optional<String> organisation(ObjectNode claims) {
    JsonNode claim = claims.get(options.organisationClaim());
    if (claim == null || claim.isNull()) {
      return Optional.empty();
    }
    if (claim.isString()) {
      return Optional.of(claim.stringValue());
    }
    if (claim.isIntegralNumber()) {
      return Optional.of(claim.asString());
    }
    throw new InvalidTokenException("The access token names an organisation that is no id");
  }

  private static Stream<String> text(JsonNode value) {
    return value.isString() ? Stream.of(value.stringValue()) : Stream.empty();
  }

  private static Optional<String> text(ObjectNode claims, String name) {
    return Http.text(claims, name);
  }

  /** Seconds since 1970. What is there and no number is as bad as a time that is over. */
  private static Optional<Double> number(ObjectNode claims, String name) {
    JsonNode value = claims.get(name);
    if (value == null) {
      return Optional.empty();
    }
    if (!value.isNumber() || !Double.isFinite(value.asDouble())) {
      throw new InvalidTokenException("The access token has a time that is no number");
    }
    return Optional.of(value.asDouble());
  }
}
