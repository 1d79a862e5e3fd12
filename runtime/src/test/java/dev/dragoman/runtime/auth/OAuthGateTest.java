package dev.dragoman.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Caller;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who a caller with an access token is, for whom it acts, and what the others are told. */
class OAuthGateTest {
  private static final String HEADER = "X-Acme-Partner-Org-Id";
  private static final String JWT = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhIn0.c2ln";

  private static OAuthGate gate(TokenVerifier verifier, boolean opaque) {
    ProtectedResource resource =
        new ProtectedResource(
            URI.create("https://mcp.test/mcp"), URI.create("https://id.test"), List.of("a"));
    return new OAuthGate(resource, verifier, opaque, 100);
  }

  private static TokenVerifier granting(@Nullable Map<String, String> organizations) {
    return token ->
        new VerifiedToken(
            "ann", Set.of("read", "boss"), Set.of("boss"), Optional.ofNullable(organizations));
  }

  /** Organizations are {@code name=id}; {@code -} means that tokens are not read for them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      textBlock =
          """
          -           | none  | none
          ''          | none  | none
          o1=o1       | none  | o1
          acme=o1     | none  | o1
          acme=o1 b=o2| none  | none
          acme=o1 b=o2| acme  | o1
          acme=o1 b=o2| o2    | o2
          o2=o1 b=o2  | o2    | o1
          acme=o1 b=o2| o3    | X-Acme-Partner-Org-Id must be one of the access token's organizations: acme, b.
          acme=o1     | ACME  | X-Acme-Partner-Org-Id must be one of the access token's organizations: acme.
          ''          | o1    | X-Acme-Partner-Org-Id must be omitted: the access token does not name an organization.
          -           | o1    | X-Acme-Partner-Org-Id is for API keys in partner mode only; omit it with an OAuth access token.
          """)
  void theOrganizationIsOneOfTheTokens(
      String named, @Nullable String chosen, @Nullable String expected) {
    OAuthGate gate = gate(granting(named.equals("-") ? null : map(named)), false);
    if (expected != null && expected.startsWith(HEADER)) {
      AccessRefusedException refused =
          catchThrowableOfType(AccessRefusedException.class, () -> caller(gate, JWT, chosen));
      assertThat(refused).hasMessage(expected);
      assertThat(refused.status()).isEqualTo(400);
    } else {
      assertThat(caller(gate, JWT, chosen).organization()).isEqualTo(Optional.ofNullable(expected));
    }
  }

  private static Map<String, String> map(String named) {
    Map<String, String> ids = new LinkedHashMap<>();
    for (String pair : named.isEmpty() ? new String[0] : named.split(" ")) {
      ids.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
    }
    return ids;
  }

  @ParameterizedTest
  @CsvSource({"20, o19.", "21, o19 and 1 more.", "120, o19 and 100 more."})
  void ofManyOrganizationsTwentyAreListed(int count, String end) {
    Map<String, String> ids =
        IntStream.range(0, count)
            .mapToObj(i -> i < 100 ? "o" + (i < 10 ? "0" : "") + i : "p" + i)
            .collect(Collectors.toMap(name -> name, name -> "id-" + name));
    OAuthGate gate = gate(granting(ids), false);
    assertThatThrownBy(() -> caller(gate, JWT, "other")).hasMessageEndingWith(" " + end);
  }

  private static Caller caller(OAuthGate gate, String token, @Nullable String chosen) {
    return gate.caller(AccessMode.READ_ONLY, token, Optional.ofNullable(chosen), HEADER);
  }

  @Test
  void theTokenIsKeptWithWhatItGrantsAndIsNoCredential() {
    Caller caller = caller(gate(granting(Map.of()), false), JWT, null);
    assertThat(caller.credential()).isEmpty();
    assertThat(caller.authMode()).isEqualTo(AuthMode.USER);
    assertThat(caller.accessMode()).isEqualTo(AccessMode.READ_ONLY);
    assertThat(caller.grant().orElseThrow().scopes()).containsExactlyInAnyOrder("read", "boss");
    assertThat(caller.toString()).doesNotContain(JWT);
  }

  /** No client can request a role, so that a challenge must not name it (RFC 6750, section 3). */
  @Test
  void aChallengeNamesTheScopesOfTheTokenWithoutItsRoles() {
    OAuthGate gate = gate(granting(Map.of()), false);
    Caller caller = caller(gate, JWT, null);
    assertThat(gate.insufficientScope(List.of("write"), caller.grant().orElseThrow()))
        .contains("error=\"insufficient_scope\"")
        .contains("write")
        .contains("read")
        .doesNotContain("boss");
  }

  @ParameterizedTest
  @CsvSource({"true, opaque, true", "false, opaque, false", "false, JWT, true", "true, JWT, true"})
  void aJwtIsAlwaysForTheGate(boolean opaque, String bearer, boolean claims) {
    OAuthGate gate = gate(granting(Map.of()), opaque);
    assertThat(gate.claims(bearer.equals("JWT") ? JWT : bearer)).isEqualTo(claims);
  }

  @Test
  void aTokenThatIsTooLongIsNotVerified() {
    TokenVerifier never =
        token -> {
          throw new AssertionError("verified");
        };
    OAuthGate gate = gate(never, true);
    AccessRefusedException refused =
        catchThrowableOfType(
            AccessRefusedException.class, () -> caller(gate, "t".repeat(101), null));
    assertThat(refused).hasMessage("The access token is too long.");
    assertThat(refused.status()).isEqualTo(401);
    assertThat(caller(gate(granting(Map.of()), true), "t".repeat(100), null).grant()).isPresent();
  }

  @Test
  void whatCannotBeVerifiedNowMayBeValidLater() {
    TokenVerifier unavailable =
        token -> {
          throw new VerifierUnavailableException("no keys", Duration.ofSeconds(7));
        };
    OAuthGate gate = gate(unavailable, false);
    for (int count = 0; count < 2; count++) {
      AccessRefusedException refused =
          catchThrowableOfType(AccessRefusedException.class, () -> caller(gate, JWT, null));
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused).hasMessageContaining("try again later");
    }
  }
}
