package dev.dragoman.runtime.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.Grant;
import dev.dragoman.runtime.Secret;
import dev.dragoman.runtime.credential.TokenServer.Answer;
import dev.dragoman.runtime.outbound.OutboundClient;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken from an answer of a token endpoint (RFC 6749, section 5.1), and what is not. */
class TokenAnswersTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Grant GRANT =
      new Grant("someone", Set.of(), Optional.of(Secret.of("subject")));

  private final TokenServer server = new TokenServer();
  private final TestClock clock = new TestClock();
  private final CredentialSource source =
      new ClientCredentials(server.settings(), OutboundClient.direct(), clock);

  @AfterEach
  void close() {
    server.close();
  }

  private String get() {
    return source.forGrant(GRANT, PATIENCE).orElseThrow().reveal();
  }

  /** Half a minute is kept for clocks that differ and for the way; an hour is enough for any. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                      | 30
          , "expires_in": null    | 30
          , "expires_in": "7200"  | 30
          , "expires_in": [300]   | 30
          , "expires_in": 300     | 270
          , "expires_in": 300.9   | 270
          , "expires_in": 31      | 1
          , "expires_in": 3600    | 3570
          , "expires_in": 7200    | 3570
          , "expires_in": 1e300   | 3570
          , "expires_in": 1e999   | 3570
          """)
  void aTokenIsKeptUntilShortlyBeforeItsEnd(String lifetime, int seconds) {
    server.script(
        number ->
            new Answer(
                200,
                "{\"access_token\": \"t-"
                    + number
                    + "\", \"token_type\": \"Bearer\""
                    + lifetime
                    + "}"));
    assertThat(get()).isEqualTo("t-1");
    clock.pass(Duration.ofSeconds(seconds).minusMillis(1));
    assertThat(get()).isEqualTo("t-1");
    clock.pass(Duration.ofMillis(1));
    assertThat(get()).isEqualTo("t-2");
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 1, 0, -1, Integer.MIN_VALUE})
  void aTokenThatIsAboutToEndIsUsedOnce(int seconds) {
    server.script(number -> new Answer(200, TokenServer.token("t-" + number, seconds)));
    assertThat(get()).isEqualTo("t-1");
    assertThat(get()).isEqualTo("t-2");
  }

  /** The token becomes part of a header. RFC 8693, section 2.2.1, has the type N_A. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"access_token": "t", "token_type": "bearer"}          | t
          {"access_token": "t", "token_type": "BEARER"}          | t
          {"access_token": "t", "token_type": "N_A"}             | t
          {"access_token": "a.b~c+d/e==", "token_type": "Bearer"} | a.b~c+d/e==
          {"access_token": "t", "token_type": "n_a"}             | none
          {"access_token": "t", "token_type": "Bearer "}         | none
          {"access_token": "t", "token_type": null}              | none
          {"access_token": "t", "token_type": ["Bearer"]}        | none
          {"access_token": "t"}                                  | none
          {"access_token": "", "token_type": "Bearer"}           | none
          {"access_token": null, "token_type": "Bearer"}         | none
          {"access_token": ["t"], "token_type": "Bearer"}        | none
          {"access_token": "t\\r\\nX: y", "token_type": "Bearer"} | none
          {"access_token": "t\\u0000", "token_type": "Bearer"}   | none
          {"access_token": "schlüssel", "token_type": "Bearer"}  | none
          {"access_token": "t, u v", "token_type": "Bearer"}     | none
          ["t"]                                                  | none
          """)
  void onlyABearerTokenIsOne(String body, String token) {
    server.script(number -> new Answer(200, body));
    if (token.equals("none")) {
      assertThatThrownBy(this::get)
          .isInstanceOf(CredentialException.class)
          .hasMessageContaining("did not return a bearer token");
    } else {
      assertThat(get()).isEqualTo(token);
    }
  }

  @Test
  void aTokenHasUpTo8192Characters() {
    server.script(number -> new Answer(200, TokenServer.token("t".repeat(8_191 + number), 30)));
    assertThat(get()).hasSize(8_192);
    assertThatThrownBy(this::get).hasMessageContaining("did not return a bearer token");
  }

  /** Only codes of RFC 6749, section 5.2, are repeated: the rest may contain anything. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          400 | {"error": "invalid_client"}       | returned status 400 (invalid_client).
          201 | {"access_token": "t", "token_type": "Bearer"} | returned status 201.
          400 | {"error": "Invalid_Client"}       | returned status 400.
          400 | {"error": "invalid client"}       | returned status 400.
          400 | {"error": {"code": "x"}}          | returned status 400.
          503 | ''                                | returned status 503.
          """)
  void theErrorCodeIsNamed(int status, String body, String message) {
    server.script(number -> new Answer(status, body));
    assertThatThrownBy(this::get).hasMessageContaining("by the operator " + message);
  }

  @Test
  void whatIsNotConfiguredIsNotAskedFor() {
    TokenSettings bare =
        new TokenSettings(
            server.url(),
            "me",
            Secret.of("s"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    new ClientCredentials(bare, OutboundClient.direct(), clock).forGrant(GRANT, PATIENCE);
    assertThat(server.requests()).containsExactly("Basic bWU6cw== grant_type=client_credentials");
  }

  @Test
  void anEndpointThatIsDownIsSaidToBe() {
    URI url = server.url();
    server.close();
    assertThatThrownBy(this::get)
        .isInstanceOf(CredentialException.class)
        .hasMessageContaining("cannot be reached")
        .hasMessageContaining("Nothing was sent to the API.")
        .hasMessageNotContainingAny(url.toString(), "client-secret");
  }

  @Test
  void anInterruptEndsTheWaitAndIsKept() {
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(this::get).hasMessageContaining("because the call was cancelled");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(get()).startsWith("token-");
  }
}
