package dev.dragoman.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderCallerResolverTest {
  private static final String ACCESS = "X-Acme-Access-Mode";
  private static final String AUTH = "X-Acme-Auth-Mode";
  private static final String ORGANIZATION = "X-Acme-Partner-Org-Id";
  private static final String AUTHORIZATION = "Authorization";

  @Test
  void absentHeadersMakeTheStrictestCaller() {
    assertThat(resolve(AccessPolicy.OPEN)).isEqualTo(Caller.anonymous());
  }

  @Test
  void everyHeaderIsRead() {
    Caller caller =
        resolve(
            AccessPolicy.OPEN,
            "authorization: bearer  sk_live_1:x ",
            "x-acme-access-mode: full-access",
            "x-acme-auth-mode: partner",
            "x-acme-partner-org-id: org_1.a");

    assertThat(caller.credential()).contains(Secret.of("sk_live_1:x"));
    assertThat(caller.accessMode()).isEqualTo(AccessMode.FULL_ACCESS);
    assertThat(caller.authMode()).isEqualTo(AuthMode.PARTNER);
    assertThat(caller.organization()).contains("org_1.a");
  }

  @ParameterizedTest
  @CsvSource({
    "FULL_ACCESS, full-access, FULL_ACCESS",
    "FULL_ACCESS, read-only,   READ_ONLY",
    "READ_ONLY,   full-access, READ_ONLY",
    "READ_ONLY,   read-only,   READ_ONLY",
  })
  void noHeaderExceedsTheCeiling(AccessMode ceiling, String asked, AccessMode got) {
    assertThat(resolve(new AccessPolicy(ceiling), ACCESS + ": " + asked).accessMode())
        .isEqualTo(got);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Full-Access",
        "full_access",
        "full-access,read-only",
        "fullaccess",
        "*",
        "true",
        "write",
        "",
        "full-access;q=1",
        "read-only full-access",
        "\"full-access\"",
      })
  void anUnknownAccessModeIsRefusedNeverWidened(String value) {
    AccessRefusedException refusal = refusal(ACCESS + ": " + value);

    assertThat(refusal.status()).isEqualTo(400);
    assertThat(refusal)
        .hasMessage("X-Acme-Access-Mode must be exactly read-only (the default) or full-access.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"User", "admin", "partner, user", ""})
  void anUnknownAuthModeIsRefused(String value) {
    assertThat(refusal(AUTH + ": " + value))
        .hasMessageContaining("X-Acme-Auth-Mode must be exactly user (the default) or partner");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {ACCESS + ": full-access", AUTH + ": partner", AUTHORIZATION + ": Bearer a"})
  void aRepeatedHeaderIsRefusedEvenWithOneValue(String header) {
    assertThat(refusal(header, header)).hasMessageContaining("is given 2 times; specify it once.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Basic dXNlcjpwYXNz",
        "sk_live_abc",
        "Bearer",
        "Bearer ",
        "Bearer a\tb",
        "Bearer a, Bearer b",
        "Bearer kéy",
        "",
      })
  void anUnusableCredentialIsRefusedAndNotRepeated(String value) {
    AccessRefusedException refusal = refusal(AUTHORIZATION + ": " + value);

    assertThat(refusal.status()).isEqualTo(400);
    assertThat(refusal.getMessage()).startsWith("Authorization must");
    assertThat(refusal.toString()).doesNotContain("sk_live_abc", "dXNlcjpwYXNz", "kéy");
  }

  @Test
  void aCredentialIsBoundedBeforeItIsLookedAt() {
    String longest = "k".repeat(8_192);

    assertThat(resolve(AccessPolicy.OPEN, AUTHORIZATION + ": Bearer " + longest).credential())
        .contains(Secret.of(longest));
    assertThat(refusal(AUTHORIZATION + ": Bearer " + longest + "k"))
        .hasMessage("Authorization is longer than 8192 characters.");
  }

  @Test
  void anOrganizationOutsidePartnerModeIsRefused() {
    assertThat(refusal(ORGANIZATION + ": org_1"))
        .hasMessage(
            "X-Acme-Partner-Org-Id is for partner mode only: set X-Acme-Auth-Mode to partner, or"
                + " omit X-Acme-Partner-Org-Id.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "a b", "a/b", "", "-a", "a%2f", "é", "a\u0000"})
  void anOrganizationIsAnIdAndNothingElse(String value) {
    assertThat(refusal(AUTH + ": partner", ORGANIZATION + ": " + value))
        .hasMessageContaining("X-Acme-Partner-Org-Id must be an organization's id");
  }

  @Test
  void anOrganizationIsBounded() {
    String longest = "a".repeat(128);

    assertThat(resolve(AccessPolicy.OPEN, AUTH + ": partner", ORGANIZATION + ": " + longest))
        .extracting(caller -> caller.organization().orElseThrow())
        .isEqualTo(longest);
    assertThat(refusal(AUTH + ": partner", ORGANIZATION + ": " + longest + "a")).isNotNull();
  }

  private static final AccessPolicy SANDBOXED =
      new AccessPolicy(
          AccessMode.FULL_ACCESS,
          Set.of(AuthenticationMethod.API_KEY),
          new KeyRules(List.of(), List.of("test_"), "sandbox", false),
          Set.of("production", "sandbox"));

  @ParameterizedTest
  @CsvSource({
    "Bearer test_1, '',         sandbox",
    "Bearer test_1, sandbox,    sandbox",
    "Bearer live_1, '',         default",
    "Bearer live_1, production, production",
  })
  void aSandboxKeyGoesToTheSandbox(String authorization, String environment, String expected) {
    List<String> lines = new ArrayList<>(List.of(AUTHORIZATION + ": " + authorization));
    if (!environment.isEmpty()) {
      lines.add("X-Acme-Environment: " + environment);
    }

    assertThat(resolve(SANDBOXED, lines.toArray(String[]::new)).environment().orElse("default"))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "Bearer test_1, production, must be sandbox for a sandbox key",
    "Bearer live_1, sandbox,    which accepts sandbox keys only",
    "Bearer live_1, staging,    must be production or sandbox.",
    "Bearer live_1, Sandbox,    must be production or sandbox.",
  })
  void aKeyGoesToNoOtherEnvironment(String authorization, String environment, String message) {
    AccessRefusedException refusal =
        catchThrowableOfType(
            AccessRefusedException.class,
            () ->
                resolve(
                    SANDBOXED,
                    AUTHORIZATION + ": " + authorization,
                    "X-Acme-Environment: " + environment));

    assertThat(refusal.status()).isEqualTo(400);
    assertThat(refusal).hasMessageContaining("X-Acme-Environment").hasMessageContaining(message);
    assertThat(refusal.getMessage()).doesNotContain("_1", "staging");
  }

  @Test
  void aJwtIsNoKeyUnlessTheOperatorSaysSo() {
    String jwt = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl";
    AccessPolicy jwts =
        new AccessPolicy(
            AccessMode.FULL_ACCESS,
            Set.of(AuthenticationMethod.API_KEY),
            new KeyRules(List.of(), List.of(), "sandbox", true),
            Set.of());

    assertThat(resolve(jwts, AUTHORIZATION + ": Bearer " + jwt).credential())
        .contains(Secret.of(jwt));
    AccessRefusedException refusal = refusal(AUTHORIZATION + ": Bearer " + jwt);
    assertThat(refusal.status()).isEqualTo(401);
    assertThat(refusal.getMessage()).contains("ACME_JWT_KEYS=true").doesNotContain(jwt);
  }

  @Test
  void whoMustBringAKeyIsToldSo() {
    assertThat(catchThrowableOfType(AccessRefusedException.class, () -> resolve(SANDBOXED)))
        .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(401))
        .satisfies(refusal -> assertThat(refusal.challenge()).contains("Bearer"))
        .hasMessageContaining("Authorization is missing");
  }

  @Test
  void aServerWithoutCredentialsTakesNone() {
    AccessPolicy open =
        new AccessPolicy(
            AccessMode.FULL_ACCESS,
            Set.of(AuthenticationMethod.ANONYMOUS),
            KeyRules.UNKNOWN,
            Set.of());

    assertThat(resolve(open)).isEqualTo(Caller.anonymous());
    assertThat(
            catchThrowableOfType(
                AccessRefusedException.class,
                () -> resolve(open, AUTHORIZATION + ": Bearer secret")))
        .hasMessage("This server does not accept credentials; omit Authorization.");
  }

  @Test
  void allProblemsComeAtOnce() {
    assertThat(refusal(ACCESS + ": all", AUTH + ": all", AUTHORIZATION + ": all").getMessage())
        .contains(ACCESS, AUTH, AUTHORIZATION);
  }

  private static AccessRefusedException refusal(String... lines) {
    return catchThrowableOfType(
        AccessRefusedException.class, () -> resolve(AccessPolicy.OPEN, lines));
  }

  private static Caller resolve(AccessPolicy policy, String... lines) {
    return new HeaderCallerResolver(AccessNames.of("Acme"), policy).resolve(HeaderLines.of(lines));
  }
}
