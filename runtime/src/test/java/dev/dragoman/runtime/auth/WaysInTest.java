package dev.dragoman.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Grant;
import dev.dragoman.runtime.Secret;
import java.net.URI;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each bearer is taken for under each combination of ways in: a key, a token, or nothing. */
class WaysInTest {
  private static final AccessNames NAMES = AccessNames.of("Acme");
  private static final String JWT = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhIn0.c2ln";
  private static final KeyRules KEYS =
      new KeyRules(List.of("live_"), List.of("test_"), "sandbox", false);

  private static OAuthGate gate(boolean opaque) {
    TokenVerifier verifier =
        token -> {
          if (token.contains("bad")) {
            throw new InvalidTokenException("The access token has expired");
          }
          return new VerifiedToken(
              "ann", Set.of("read"), Set.of(), Optional.of(Map.of("acme", "o-1", "b", "o-2")));
        };
    ProtectedResource resource =
        new ProtectedResource(
            URI.create("https://mcp.test/mcp"), URI.create("https://id.test"), List.of("read"));
    return new OAuthGate(resource, verifier, opaque);
  }

  private static HeaderCallerResolver resolver(String ways, boolean opaque) {
    Set<AuthenticationMethod> methods =
        Arrays.stream(ways.split("\\+"))
            .map(way -> AuthenticationMethod.of(way).orElseThrow())
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(AuthenticationMethod.class)));
    return new HeaderCallerResolver(
        NAMES,
        new AccessPolicy(AccessMode.FULL_ACCESS, methods, KEYS, Set.of("production", "sandbox")),
        methods.contains(AuthenticationMethod.OAUTH) ? gate(opaque) : null);
  }

  private static RequestHeaders authorization(String value) {
    return value.equals("-")
        ? HeaderLines.of()
        : HeaderLines.of("Authorization: " + value.replace("JWT", JWT));
  }

  private static String kind(Caller caller) {
    if (caller.grant().isPresent()) {
      assertThat(caller.credential()).as("a token is no credential").isEmpty();
      return "token";
    }
    return caller.credential().map(key -> "key " + key.reveal()).orElse("nobody");
  }

  /** {@code -} is no header; a status stands for a refusal, with ! if it challenges the client. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          oauth                   | -                 | 401!
          oauth                   | Bearer JWT        | token
          oauth                   | bearer   JWT      | token
          oauth                   | Bearer live_1     | token
          oauth                   | Bearer bad        | 401!
          oauth                   | Bearer            | 401!
          oauth                   | Basic dTpw        | 401!
          oauth                   | JWT               | 401!
          oauth                   | Bearer JWT, Bearer JWT | 400
          oauth                   | Bearer JWT , bearer JWT | 400
          oauth+api-key           | -                 | 401!
          oauth+api-key           | Bearer JWT        | token
          oauth+api-key           | Bearer live_1     | key live_1
          oauth+api-key           | Bearer other      | key other
          oauth+api-key           | Bearer Token JWT  | token
          oauth+api-key           | Bearer live_JWT   | key live_JWT
          oauth+api-key           | Basic dTpw        | 401!
          oauth+anonymous         | -                 | nobody
          oauth+anonymous         | Bearer JWT        | token
          oauth+anonymous         | Bearer live_1     | token
          oauth+anonymous         | Bearer            | 401!
          oauth+api-key+anonymous | -                 | nobody
          oauth+api-key+anonymous | Bearer JWT        | token
          api-key                 | -                 | 401!
          api-key                 | Bearer live_1     | key live_1
          api-key                 | Bearer Token a b  | key Token a b
          api-key                 | Bearer JWT        | 401!
          api-key                 | Bearer Token JWT  | 401!
          api-key                 | Basic dTpw        | 400
          anonymous               | -                 | nobody
          anonymous               | Bearer live_1     | 400
          anonymous               | Bearer JWT        | 400
          anonymous               | Basic dTpw        | 400
          """)
  void jwtsAndKeys(String ways, String header, String outcome) {
    check(resolver(ways, false), header, outcome);
  }

  /** With introspection a token can be any text: only the prefixes tell keys apart. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          oauth+api-key           | Bearer live_1       | key live_1
          oauth+api-key           | Bearer test_1       | key test_1
          oauth+api-key           | Bearer Token live_1 | key Token live_1
          oauth+api-key           | Bearer other        | token
          oauth+api-key           | Bearer bad          | 401!
          oauth+api-key           | Bearer xlive_1      | token
          oauth+api-key           | Bearer JWT          | token
          oauth+api-key           | Bearer live_1 JWT   | token
          oauth                   | Bearer live_1       | token
          oauth+anonymous         | Bearer live_1       | token
          """)
  void opaqueTokensAndKeys(String ways, String header, String outcome) {
    check(resolver(ways, true), header, outcome);
  }

  private static void check(HeaderCallerResolver resolver, String header, String outcome) {
    if (!outcome.startsWith("4")) {
      String expected = outcome.replace("JWT", JWT);
      assertThat(kind(resolver.resolve(authorization(header)))).isEqualTo(expected);
      return;
    }
    AccessRefusedException refused =
        catchThrowableOfType(
            AccessRefusedException.class, () -> resolver.resolve(authorization(header)));
    assertThat(refused.status() + (refused.challenge().isPresent() ? "!" : "")).isEqualTo(outcome);
    assertThat(refused.getMessage()).doesNotContain(JWT, "live_1", "dTpw");
  }

  /** RFC 6750, section 3: an error code only if there was a token. */
  @Test
  void aChallengeSaysWhatWasWrong() {
    HeaderCallerResolver resolver = resolver("oauth", false);
    assertThat(challenge(resolver, "-"))
        .startsWith("Bearer resource_metadata=\"https://mcp.test/.well-known/")
        .endsWith("/mcp\", scope=\"read\"")
        .doesNotContain("error");
    assertThat(challenge(resolver, "Bearer bad"))
        .startsWith(
            "Bearer error=\"invalid_token\", error_description=\"The access token has expired\", ");
    assertThat(challenge(resolver("api-key", false), "-")).isEqualTo("Bearer");
    assertThat(challenge(resolver("api-key", false), "Bearer JWT"))
        .isEqualTo("Bearer error=\"invalid_token\"");
  }

  private static String challenge(HeaderCallerResolver resolver, String header) {
    return catchThrowableOfType(
            AccessRefusedException.class, () -> resolver.resolve(authorization(header)))
        .challenge()
        .orElseThrow();
  }

  /** The token identifies the caller; the operator's credential must not be directed elsewhere. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          X-Acme-Auth-Mode: partner      | X-Acme-Auth-Mode must be user with an OAuth access token
          X-Acme-Environment: sandbox    | X-Acme-Environment is for API keys only
          X-Acme-Environment: production | X-Acme-Environment is for API keys only
          X-Acme-Partner-Org-Id: o-3     | must be one of the access token's organizations: acme, b.
          X-Acme-Partner-Org-Id: ../x    | must be an organization's id
          X-Acme-Access-Mode: all        | X-Acme-Access-Mode must be exactly
          """)
  void aTokenIsNotDirectedElsewhere(String header, String why) {
    RequestHeaders headers = HeaderLines.of("Authorization: Bearer " + JWT, header);
    assertThatThrownBy(() -> resolver("oauth", false).resolve(headers))
        .isInstanceOfSatisfying(
            AccessRefusedException.class, refused -> assertThat(refused.status()).isEqualTo(400))
        .hasMessageContaining(why);
  }

  @Test
  void aTokenMayBeUsedForOneOfItsOrganizations() {
    Caller caller =
        resolver("oauth", false)
            .resolve(
                HeaderLines.of(
                    "Authorization: Bearer " + JWT,
                    "X-Acme-Access-Mode: full-access",
                    "X-Acme-Auth-Mode: user",
                    "X-Acme-Partner-Org-Id: b"));
    assertThat(caller.organization()).contains("o-2");
    assertThat(caller.accessMode()).isEqualTo(AccessMode.FULL_ACCESS);
    assertThat(caller.authMode()).isEqualTo(AuthMode.USER);
    assertThat(caller.environment()).isEmpty();
  }

  /** Only who has a token can ask for one with more scopes. */
  @Test
  void onlyATokenCanLackScopes() {
    HeaderCallerResolver resolver = resolver("oauth+anonymous", false);
    Caller token = resolver.resolve(HeaderLines.of("Authorization: Bearer " + JWT));
    assertThat(resolver.insufficientScope(token, List.of("write")).orElseThrow())
        .contains("scope=\"write read\"");
    assertThat(resolver.insufficientScope(Caller.anonymous(), List.of("write"))).isEmpty();
    Caller granted =
        new Caller(
            AccessMode.READ_ONLY,
            AuthMode.USER,
            Optional.empty(),
            Optional.empty(),
            Optional.of(new Grant("ann", Set.of())),
            Optional.empty());
    assertThat(resolver("api-key", false).insufficientScope(granted, List.of("write"))).isEmpty();
  }

  @Test
  void theGateIsThereIfAndOnlyIfTokensAreAccepted() {
    AccessPolicy keys = AccessPolicy.OPEN;
    assertThatThrownBy(() -> new HeaderCallerResolver(NAMES, keys, gate(false)))
        .isInstanceOf(IllegalArgumentException.class);
    AccessPolicy tokens =
        new AccessPolicy(AccessMode.READ_ONLY, Set.of(AuthenticationMethod.OAUTH), KEYS, Set.of());
    assertThatThrownBy(() -> new HeaderCallerResolver(NAMES, tokens))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(resolver("api-key", false).resolve(authorization("Bearer k")).credential())
        .contains(Secret.of("k"));
  }
}
