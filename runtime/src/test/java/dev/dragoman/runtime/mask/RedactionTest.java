package dev.dragoman.runtime.mask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.extension.Feedback;
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
        "AKIAIOSFODNN7EXAMPLE",
        "ASIAY34FZKBOKMUTVV7A",
        "glpat-20charsOfAToken12345",
        "github_pat_11ABCDEFG0123456789_abcdef",
        "xoxp-1-2-3abcdefgh",
        "sk_test_4eC39Hq1",
        "sk-ant-api03-abcdefghijk1",
        "AIzaSyA-1234567890abcdefghijklmnopqrstu",
        "SG.ngeVfQFYQlKU0ufo8x5d1A.TwL2iGABf9DHoTf",
        "npm_0123456789abcdefghijABCDEFGHIJ012345",
        "hvs.CAESIJ1234567890abcdef",
        "123456789:AAF-1234567890abcdefghijklmnopqrst",
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
        "secret_key=hunter22",
        "AWS_SECRET_ACCESS_KEY=hunter22",
        "aws.secretAccessKey: hunter22",
        "x-api-key: hunter22",
        "cookie: session=hunter22",
        "Set-Cookie: a=1; JSESSIONID=hunter22; Path=/",
        "Authorization: Token hunter22",
        "authorization: ApiKey id:hunter22",
        "https://user:hunter22@host/x",
        "postgres://hunter22@db:5432/x",
        "https://h/x?sig=hunter22&y=1",
        "{\"private_key\": \"hunter22\"}",
        "'passphrase' => 'hunter22'",
        "the password is hunter22",
        "-----BEGIN PRIVATE KEY----- hunter22",
        "-----BEGIN OPENSSH PRIVATE KEY-----\nhunter22\n-----END OPENSSH PRIVATE KEY-----",
        "-----BEGIN PGP PRIVATE KEY BLOCK-----\n\nhunter22",
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
        "see https://example.com/docs?page=2#top, user@example.com wrote it",
        "the token is missing and the password is required",
        "sk-learn has no such page",
      })
  void leavesWordsNamesAndPaths(String text) {
    assertThat(Redaction.of(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "a-",
        "A0/",
        "eyJ",
        "token",
        "bearer ",
        "a_",
        "secret: ",
        "://a",
        "-----BEGIN A-----",
        "sk-",
        "key is ",
        "cookie:",
        "=>",
        "_key"
      })
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
