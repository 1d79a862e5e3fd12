package dev.dragoman.runtime.auth.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.Json;
import dev.dragoman.runtime.Secret;
import dev.dragoman.runtime.auth.InvalidTokenException;
import dev.dragoman.runtime.auth.TokenVerifier;
import dev.dragoman.runtime.auth.VerifiedToken;
import dev.dragoman.runtime.auth.VerifierUnavailableException;
import dev.dragoman.runtime.auth.oauth.OAuthOptions.Introspection;
import dev.dragoman.runtime.outbound.OutboundClient;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("S3 Introspection: asked of the issuer, refused without an answer")
class IntrospectionTest {
  private static final String AUDIENCE = "https://mcp.example/mcp";

  private final AuthorizationServer issuer = new AuthorizationServer(0);
  private final Ticking clock = new Ticking();
  private final TokenVerifier verifier = verifier(AuthorizationServer.INTROSPECTOR_SECRET);

  private TokenVerifier verifier(String secret) {
    URI url = URI.create(issuer.issuer());
    Introspection introspection =
        new Introspection(
            url.resolve("/introspect"), AuthorizationServer.INTROSPECTOR, Secret.of(secret));
    return new OAuthOptions(url, AUDIENCE, null, introspection, "org")
        .verifier(clock, OutboundClient.direct());
  }

  @AfterEach
  void stop() {
    issuer.close();
  }

  private void activate(String token, String claims) {
    String answer =
        ("{\"active\":true,\"aud\":\"https://mcp.example/mcp\",\"sub\":\"u\"," + claims + "}")
            .replace("@issuer", issuer.issuer())
            .replace("\"@soon\"", String.valueOf(clock.instant().getEpochSecond() + 10))
            .replace("\"@past\"", String.valueOf(clock.instant().getEpochSecond() - 60))
            .replace("\"@future\"", String.valueOf(clock.instant().getEpochSecond() + 60));
    issuer.activate(token, (ObjectNode) Json.of(answer));
  }

  @Test
  @DisplayName("S3 A token the issuer calls active is taken, with its scopes and organization")
  void activeTokensAreTaken() {
    activate(
        "opaque", "\"iss\":\"@issuer\",\"scope\":\"a b\",\"org\":\"o\",\"token_type\":\"bearer\"");

    VerifiedToken token = verifier.verify("opaque");

    assertThat(token.subject()).isEqualTo("u");
    assertThat(token.scopes()).containsExactlyInAnyOrder("a", "b");
    assertThat(token.organizations()).contains(Map.of("o", "o"));
  }

  @Test
  @DisplayName("S3 A good answer is kept for thirty seconds, a bad one not at all")
  void goodAnswersAreKeptForAMoment() {
    activate("opaque", "\"scope\":\"a\"");
    verifier.verify("opaque");
    clock.pass(Duration.ofSeconds(29));
    verifier.verify("opaque");
    assertThat(issuer.introspections()).isEqualTo(1);

    clock.pass(Duration.ofSeconds(2));
    verifier.verify("opaque");
    assertThat(issuer.introspections()).isEqualTo(2);

    assertThatThrownBy(() -> verifier.verify("other")).isInstanceOf(InvalidTokenException.class);
    activate("other", "\"scope\":\"a\"");
    assertThat(verifier.verify("other").subject()).isEqualTo("u");
  }

  @Test
  @DisplayName("S3 A good answer is not kept beyond the token's end")
  void noAnswerOutlivesItsToken() {
    activate("opaque", "\"exp\":\"@soon\"");
    verifier.verify("opaque");
    clock.pass(Duration.ofSeconds(11));
    verifier.verify("opaque");

    assertThat(issuer.introspections()).isEqualTo(2);
  }

  @ParameterizedTest(name = "S3 Active, but not for us: {0}")
  @ValueSource(
      strings = {
        "\"aud\":\"https://other.example\"",
        "\"aud\":null",
        "\"iss\":\"https://other.example\"",
        "\"exp\":\"@past\"",
        "\"nbf\":\"@future\"",
        "\"sub\":null",
        "\"token_type\":\"refresh_token\"",
        "\"token_type\":\"DPoP\"",
        "\"cnf\":{\"jkt\":\"x\"}",
        "\"active\":\"true\"",
        "\"typ\":\"Refresh\"",
        "\"token_use\":\"id\"",
        "\"nonce\":\"n\"",
        "\"active\":1",
      })
  void activeButNotForUs(String claims) {
    activateInsteadOf("opaque", claims);

    assertThatThrownBy(() -> verifier.verify("opaque")).isInstanceOf(InvalidTokenException.class);
  }

  private void activateInsteadOf(String token, String claims) {
    activate(token, "\"x\":1");
    ObjectNode changed =
        (ObjectNode) Json.of("{\"active\":true,\"aud\":\"" + AUDIENCE + "\",\"sub\":\"u\"}");
    String filled =
        claims
            .replace("\"@past\"", String.valueOf(clock.instant().getEpochSecond() - 60))
            .replace("\"@future\"", String.valueOf(clock.instant().getEpochSecond() + 60));
    Json.of("{" + filled + "}")
        .properties()
        .forEach(change -> changed.set(change.getKey(), change.getValue()));
    issuer.activate(token, changed);
  }

  @Test
  @DisplayName("S3 Ready is who may introspect, which an unknown token shows")
  void readiness() {
    TokenVerifier wrong = verifier("wrong");
    assertThatThrownBy(wrong::prepare)
        .isInstanceOf(VerifierUnavailableException.class)
        .hasMessageContaining("returned status 401");
    assertThat(wrong.isReady()).isFalse();

    assertThat(verifier.isReady()).isFalse();
    verifier.prepare();
    verifier.prepare();
    assertThat(verifier.isReady()).isTrue();
    assertThat(issuer.introspections()).isEqualTo(2);
  }

  @Test
  @DisplayName(
      "S3 An end that the issuer does not name, or names as null, is no reason to ask twice")
  void answersWithoutAnEndAreKept() {
    activate("opaque", "\"exp\":null,\"iss\":null,\"cnf\":null");
    verifier.verify("opaque");
    clock.pass(IntrospectionVerifier.KEPT.minusSeconds(1));
    verifier.verify("opaque");
    assertThat(issuer.introspections()).isEqualTo(1);

    clock.pass(Duration.ofSeconds(1));
    verifier.verify("opaque");
    assertThat(issuer.introspections()).isEqualTo(2);
  }

  @Test
  @DisplayName("S3 Of many tokens the latest thousand are kept, and each gets its own answer")
  void keptAnswersAreBoundedAndApart() {
    for (int user = 0; user <= 1_000; user++) {
      ObjectNode claims = (ObjectNode) Json.of("{\"active\":true,\"aud\":\"" + AUDIENCE + "\"}");
      issuer.activate("token-" + user, claims.put("sub", "user-" + user));
      assertThat(verifier.verify("token-" + user).subject()).isEqualTo("user-" + user);
    }
    assertThat(verifier.verify("token-1000").subject()).isEqualTo("user-1000");
    assertThat(issuer.introspections()).isEqualTo(1_001);
    assertThat(verifier.verify("token-0").subject()).isEqualTo("user-0");
    assertThat(issuer.introspections()).isEqualTo(1_002);
  }

  @Test
  @DisplayName("S3 Without an answer nobody is let in")
  void failsClosed() {
    activate("opaque", "\"scope\":\"a\"");
    issuer.down(true);
    assertThatThrownBy(() -> verifier.verify("opaque"))
        .isInstanceOf(VerifierUnavailableException.class);

    issuer.down(false);
    assertThatThrownBy(() -> verifier("wrong").verify("opaque"))
        .isInstanceOf(VerifierUnavailableException.class)
        .hasMessageContaining("returned status 401")
        .hasMessageNotContaining("wrong");
  }
}
