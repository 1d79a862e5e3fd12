package dev.dragoman.runtime.auth.oauth;

import dev.dragoman.runtime.auth.InvalidTokenException;
import dev.dragoman.runtime.auth.TokenVerifier;
import dev.dragoman.runtime.auth.VerifiedToken;
import dev.dragoman.runtime.auth.oauth.OAuthOptions.Introspection;
import dev.dragoman.runtime.digest.Sha256;
import dev.dragoman.runtime.execute.client.OutgoingRequest;
import dev.dragoman.runtime.request.ApiRequest.Pair;
import dev.dragoman.runtime.request.RequestBody;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Verifies tokens by introspection (RFC 7662). A positive response is cached for a short time,
 * keyed by the token's hash, so that a conversation does not send a request with each message; a
 * revoked token remains usable for that time. Without a response, callers are not admitted.
 * Thread-safe.
 */
final class IntrospectionVerifier implements TokenVerifier {
  static final Duration KEPT = Duration.ofSeconds(30);
  private static final int MAX_KEPT = 1_000;

  private final Introspection introspection;
  private final Http http;
  private final Claims claims;
  private final Clock clock;
  private volatile boolean responded;
  private final Map<String, Good> good = Collections.synchronizedMap(new Kept());

  private record Good(VerifiedToken token, Instant until) {}

  /** The most recent responses. */
  private static final class Kept extends LinkedHashMap<String, Good> {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Good> eldest) {
      return size() > MAX_KEPT;
    }
  }

  IntrospectionVerifier(Introspection introspection, Http http, Claims claims, Clock clock) {
    this.introspection = introspection;
    this.http = http;
    this.claims = claims;
    this.clock = clock;
  }

  @Override
  public VerifiedToken verify(String token) {
    String hash = Sha256.hex(token);
    Good kept = good.get(hash);
    if (kept != null && clock.instant().isBefore(kept.until())) {
      return kept.token();
    }
    good.remove(hash);
    ObjectNode response = ask(token);
    if (!response.path("active").booleanValue(false)) {
      throw new InvalidTokenException("The access token is not active");
    }
    VerifiedToken verified = claims.ofIntrospection(response);
    good.put(hash, new Good(verified, until(response)));
    return verified;
  }

  /** Introspects a token that does not exist: the response shows whether this server may do so. */
  @Override
  public void prepare() {
    if (!responded) {
      ask("not-a-token");
    }
  }

  @Override
  public boolean isReady() {
    return responded;
  }

  private Instant until(ObjectNode response) {
    Instant soon = clock.instant().plus(KEPT);
    JsonNode expires = response.path("exp");
    double end = expires.isNumber() ? Claims.seconds(expires) : Double.MAX_VALUE;
    return end < soon.getEpochSecond() ? Instant.ofEpochSecond((long) end) : soon;
  }

  private ObjectNode ask(String token) {
    RequestBody form =
        RequestBody.of(
            "application/x-www-form-urlencoded",
            ("token=" + encoded(token) + "&token_type_hint=access_token")
                .getBytes(StandardCharsets.US_ASCII));
    ObjectNode response =
        http.object(
            new OutgoingRequest(
                "POST",
                introspection.endpoint(),
                List.of(
                    new Pair("Accept", "application/json"),
                    new Pair("Content-Type", form.contentType()),
                    new Pair("Authorization", "Basic " + credentials())),
                Optional.of(form)));
    responded = true;
    return response;
  }

  /** Id and secret are encoded before they are joined (RFC 6749, section 2.3.1). */
  private String credentials() {
    String pair =
        encoded(introspection.clientId()) + ":" + encoded(introspection.clientSecret().reveal());
    return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
