package dev.dragoman.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Secret;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Callers of one of several APIs, whose headers all have the name of the API. */
class OwnHeaderCallerResolverTest {
  private static final String KEY = "X-Acme-Api-Key";
  private static final String JWT = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhIn0.c2ln";

  private static Caller resolve(AccessPolicy policy, String... lines) {
    return new OwnHeaderCallerResolver(AccessNames.of("Acme"), policy)
        .resolve(HeaderLines.of(lines));
  }

  private static AccessPolicy policy(boolean jwts, AuthenticationMethod... ways) {
    KeyRules keys = new KeyRules(List.of(), List.of("test_"), "sandbox", jwts);
    return new AccessPolicy(
        AccessMode.FULL_ACCESS, Set.of(ways), keys, Set.of("production", "sandbox"));
  }

  private static AccessRefusedException refusal(AccessPolicy policy, String... lines) {
    AccessRefusedException refused =
        catchThrowableOfType(AccessRefusedException.class, () -> resolve(policy, lines));
    assertThat(refused.status()).isEqualTo(400);
    return refused;
  }

  @Test
  void absentHeadersMakeTheStrictestCaller() {
    assertThat(resolve(AccessPolicy.OPEN)).isEqualTo(Caller.anonymous());
  }

  /** Those of another API, and of none, say nothing about this one. */
  @Test
  void onlyHeadersWithTheNameOfTheApiAreRead() {
    assertThat(
            resolve(
                AccessPolicy.OPEN,
                "Authorization: Bearer key-1",
                "X-Other-Api-Key: key-2",
                "X-Other-Access-Mode: full-access",
                "X-Other-Auth-Mode: partner"))
        .isEqualTo(Caller.anonymous());
  }

  @Test
  void everyHeaderIsRead() {
    Caller caller =
        resolve(
            policy(false, AuthenticationMethod.API_KEY),
            "x-acme-api-key:  test_1 ",
            "X-Acme-Access-Mode: full-access",
            "X-Acme-Auth-Mode: partner",
            "X-Acme-Partner-Org-Id: org_1",
            "X-Acme-Environment: sandbox");
    assertThat(caller.credential()).contains(Secret.of("test_1"));
    assertThat(caller.accessMode()).isEqualTo(AccessMode.FULL_ACCESS);
    assertThat(caller.authMode()).isEqualTo(AuthMode.PARTNER);
    assertThat(caller.organization()).contains("org_1");
    assertThat(caller.environment()).contains("sandbox");
    assertThat(caller.grant()).isEmpty();
  }

  @Test
  void theOperatorLimitsTheMode() {
    AccessPolicy readOnly = new AccessPolicy(AccessMode.READ_ONLY);
    assertThat(resolve(readOnly, "X-Acme-Access-Mode: full-access").accessMode())
        .isEqualTo(AccessMode.READ_ONLY);
  }

  /** Any word before the key is a part of it: the API may expect one. */
  @ParameterizedTest
  @CsvSource({"key-1", "Token key-1", "Bearer key-1"})
  void theKeyIsTheWholeHeader(String value) {
    assertThat(resolve(AccessPolicy.OPEN, KEY + ": " + value).credential())
        .contains(Secret.of(value));
  }

  @Test
  void aKeyIsGivenOnce() {
    assertThat(refusal(AccessPolicy.OPEN, KEY + ": a", KEY + ": a"))
        .hasMessage("X-Acme-Api-Key is given 2 times; specify it once.");
  }

  @Test
  void whereNoKeysAreAcceptedNoneIsTaken() {
    assertThat(refusal(policy(false, AuthenticationMethod.ANONYMOUS), KEY + ": secret-1"))
        .hasMessage("This server does not accept credentials; omit X-Acme-Api-Key.");
  }

  @Test
  void aJwtIsAKeyOnlyIfTheOperatorSaysSo() {
    assertThat(refusal(policy(false, AuthenticationMethod.API_KEY), KEY + ": " + JWT))
        .hasMessageStartingWith("X-Acme-Api-Key contains a JWT, which may be an access token for")
        .hasMessageEndingWith("the operator has to set ACME_JWT_KEYS=true.")
        .hasMessageNotContaining(JWT);
    assertThat(resolve(policy(true, AuthenticationMethod.API_KEY), KEY + ": " + JWT).credential())
        .contains(Secret.of(JWT));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''              | X-Acme-Api-Key must be a single line of visible ASCII characters
          schlüssel       | X-Acme-Api-Key must be a single line of visible ASCII characters
          LONG            | X-Acme-Api-Key is longer than 8192 characters.
          """)
  void anUnusableKeyIsNotRepeated(String value, String message) {
    String key = value.equals("LONG") ? "k".repeat(8_193) : value;
    assertThat(refusal(AccessPolicy.OPEN, KEY + ": " + key))
        .hasMessageStartingWith(message)
        .hasMessageNotContainingAny("schlüssel", "kkk");
  }

  @Test
  void allProblemsComeAtOnce() {
    assertThat(
            refusal(
                AccessPolicy.OPEN,
                KEY + ": é",
                "X-Acme-Access-Mode: all",
                "X-Acme-Auth-Mode: all",
                "X-Acme-Partner-Org-Id: o",
                "X-Acme-Environment: e"))
        .hasMessageContainingAll(
            "X-Acme-Api-Key must",
            "X-Acme-Access-Mode must",
            "X-Acme-Auth-Mode must",
            "X-Acme-Partner-Org-Id is for partner mode only",
            "X-Acme-Environment must be omitted");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          live_1 | -          | -
          live_1 | production | production
          test_1 | -          | sandbox
          test_1 | sandbox    | sandbox
          """)
  void theKeyAndTheEnvironmentAgree(
      String key, @Nullable String asked, @Nullable String environment) {
    String[] lines =
        asked == null
            ? new String[] {KEY + ": " + key}
            : new String[] {KEY + ": " + key, "X-Acme-Environment: " + asked};
    assertThat(resolve(policy(false, AuthenticationMethod.API_KEY), lines).environment())
        .isEqualTo(Optional.ofNullable(environment));
  }

  @ParameterizedTest
  @CsvSource({
    "test_1, production, for a sandbox key",
    "live_1, sandbox, which accepts sandbox keys"
  })
  void aKeyOfAnotherEnvironmentIsRefused(String key, String asked, String why) {
    assertThat(
            refusal(
                policy(false, AuthenticationMethod.API_KEY),
                KEY + ": " + key,
                "X-Acme-Environment: " + asked))
        .hasMessageContaining(why);
  }
}
