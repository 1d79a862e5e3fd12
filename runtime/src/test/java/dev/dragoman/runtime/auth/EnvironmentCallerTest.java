package dev.dragoman.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Secret;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentCallerTest {

  @Test
  void anEmptyEnvironmentMakesTheStrictestCaller() {
    EnvironmentCaller read = read(Map.of(), AccessPolicy.OPEN);

    assertThat(read.caller()).isEqualTo(Caller.anonymous());
    assertThat(read.problems()).isEmpty();
  }

  @Test
  void everyVariableIsRead() {
    Map<String, String> environment =
        Map.of(
            "ACME_API_KEY", " key-1\n",
            "ACME_ACCESS_MODE", "full-access",
            "ACME_AUTH_MODE", "partner",
            "ACME_PARTNER_ORG_ID", "org-1");

    assertThat(read(environment, AccessPolicy.OPEN).caller())
        .isEqualTo(
            new Caller(
                AccessMode.FULL_ACCESS,
                AuthMode.PARTNER,
                Optional.of("org-1"),
                Optional.of(Secret.of("key-1"))));
  }

  @Test
  void aVariableSetToNothingIsAbsent() {
    assertThat(read(Map.of("ACME_ACCESS_MODE", "", "ACME_API_KEY", " "), AccessPolicy.OPEN))
        .isEqualTo(read(Map.of(), AccessPolicy.OPEN));
  }

  @Test
  void noVariableExceedsTheCeiling() {
    AccessPolicy policy = new AccessPolicy(AccessMode.READ_ONLY);

    assertThat(read(Map.of("ACME_ACCESS_MODE", "full-access"), policy).caller().accessMode())
        .isEqualTo(AccessMode.READ_ONLY);
  }

  @Test
  void allProblemsAreNamedAtOnceWithoutAnyValue() {
    EnvironmentCaller read =
        read(
            Map.of(
                "ACME_API_KEY", "two\nlines",
                "ACME_ACCESS_MODE", "sk_live_pasted_here",
                "ACME_AUTH_MODE", "root",
                "ACME_PARTNER_ORG_ID", "org-1"),
            AccessPolicy.OPEN);

    assertThat(read.problems()).hasSize(4);
    assertThat(read.toString())
        .contains("ACME_API_KEY", "ACME_ACCESS_MODE", "ACME_AUTH_MODE", "ACME_PARTNER_ORG_ID")
        .doesNotContain("two\nlines", "sk_live", "root");
    assertThat(read.caller()).isEqualTo(Caller.anonymous());
  }

  /** Bundles have a checkbox for the mode; other clients have the word. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''          | true  | READ_ONLY
          ''          | false | FULL_ACCESS
          ''          | TRUE  | ACME_READ_ONLY must be true or false.
          ''          | yes   | ACME_READ_ONLY must be true or false.
          ''          | ' '   | READ_ONLY
          read-only   | ''    | READ_ONLY
          read-only   | true  | READ_ONLY
          full-access | false | FULL_ACCESS
          full-access | true  | ACME_READ_ONLY and ACME_ACCESS_MODE contradict each other; omit one of them.
          read-only   | false | ACME_READ_ONLY and ACME_ACCESS_MODE contradict each other; omit one of them.
          full-access | maybe | ACME_READ_ONLY must be true or false.
          all         | false | ACME_ACCESS_MODE must be exactly read-only (the default) or full-access.
          all         | true  | ACME_ACCESS_MODE must be exactly read-only (the default) or full-access.
          """)
  void theCheckboxAndTheWordAgree(String word, String checkbox, String outcome) {
    EnvironmentCaller read =
        read(Map.of("ACME_ACCESS_MODE", word, "ACME_READ_ONLY", checkbox), AccessPolicy.OPEN);

    if (outcome.startsWith("ACME")) {
      assertThat(read.problems()).containsExactly(outcome);
      assertThat(read.caller()).isEqualTo(Caller.anonymous());
    } else {
      assertThat(read.problems()).isEmpty();
      assertThat(read.caller().accessMode()).hasToString(outcome);
    }
  }

  @Test
  void theKeyIsNotPrinted() {
    assertThat(read(Map.of("ACME_API_KEY", "key-1"), AccessPolicy.OPEN).toString())
        .doesNotContain("key-1");
  }

  private static EnvironmentCaller read(Map<String, String> environment, AccessPolicy policy) {
    return EnvironmentCaller.read(AccessNames.of("Acme"), environment, policy);
  }
}
