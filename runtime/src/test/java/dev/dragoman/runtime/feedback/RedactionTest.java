package dev.dragoman.runtime.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sk_live_4eC39HqLyjWDarjtT1zdp7dc",
        "sk-proj-abcdefghij0123456789",
        "ghp_16C7e42F292c6912E7710c838347Ae178B4a",
        "xoxb-123456789012345678901234",
        "ptk_9f8e7d6c5b4a39281706",
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dBjftJeZ4CVP-mB92K27uhbUJU1p1r",
        "d41d8cd98f00b204e9800998ecf8427e",
        "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
        "AKIAIOSFODNN7EXAMPLEabcd",
        "0123456789abcdefghijklmnopqrstuvwxyz0123",
      })
  void takesOutWhatLooksLikeAToken(String token) {
    assertThat(Redaction.of("I sent " + token + " and got 401"))
        .isEqualTo("I sent [redacted] and got 401");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization: Bearer abcdef",
        "bearer hunter22",
        "Basic dXNlcjpwYXNzd29yZA==",
        "api_key=hunter22",
        "\"password\": \"hunter22\"",
        "client-secret = hunter22",
        "token:hunter22",
      })
  void takesOutWhatIsCalledACredential(String text) {
    assertThat(Redaction.of(text))
        .contains("[redacted]")
        .doesNotContain("hunter22", "dXNlcjpw", "abcdef");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "search found repos_list_for_authenticated_user instead of issues_list",
        "GET /api/v2/organizations/entities/users/permissions/list gives 404",
        "activityListRepoNotificationsForAuthenticatedUser has no page parameter",
        "The limit of 100 on 2026-11-21 was not documented",
      })
  void leavesWordsNamesAndPaths(String text) {
    assertThat(Redaction.of(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a-", "A0/", "eyJ", "token", "bearer ", "a_", "secret: "})
  void longHostileTextTakesNoLongTime(String piece) {
    String text = piece.repeat(2_000 / piece.length());

    Assertions.assertTimeout(Duration.ofSeconds(5), () -> Redaction.of(text));
  }

  @Test
  void feedbackIsRedactedForEverySink() {
    Feedback feedback =
        new Feedback(
            Feedback.Kind.BUG,
            "key ghp_16C7e42F292c6912E7710c838347Ae178B4a",
            Optional.empty(),
            Optional.empty());

    assertThat(feedback.message()).isEqualTo("key [redacted]");
  }
}
