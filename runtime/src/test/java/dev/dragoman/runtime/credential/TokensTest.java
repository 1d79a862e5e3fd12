package dev.dragoman.runtime.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.Await;
import dev.dragoman.runtime.Grant;
import dev.dragoman.runtime.Secret;
import dev.dragoman.runtime.credential.TokenServer.Answer;
import dev.dragoman.runtime.outbound.OutboundClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens for the API, by exchange and by client credentials, from a real endpoint. */
class TokensTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final TokenServer server = new TokenServer();
  private final TestClock clock = new TestClock();
  private final CredentialSource exchange =
      new TokenExchange(server.settings(), OutboundClient.direct(), clock);

  @AfterEach
  void close() {
    server.close();
  }

  private static Grant grant(String token) {
    return new Grant("someone", Set.of(), Optional.of(Secret.of(token)));
  }

  private static String get(CredentialSource source, String token) {
    return source.forGrant(grant(token), PATIENCE).orElseThrow().reveal();
  }

  @Test
  void anExchangeIsAskedForAsRfc8693Says() {
    assertThat(get(exchange, "sub&ject")).isEqualTo("token-1");
    assertThat(server.requests())
        .containsExactly(
            "Basic bWUrJTI2K2NvOmNsaWVudC1zZWNyZXQlM0ElMjU="
                + " grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Atoken-exchange"
                + "&audience=the+api&resource=https%3A%2F%2Fapi.example.com%2F&scope=read+write"
                + "&subject_token=sub%26ject"
                + "&subject_token_type=urn%3Aietf%3Aparams%3Aoauth%3Atoken-type%3Aaccess_token"
                + "&requested_token_type=urn%3Aietf%3Aparams%3Aoauth%3Atoken-type%3Aaccess_token");
  }

  @Test
  void clientCredentialsAreAskedForWithoutTheCallersToken() {
    CredentialSource client =
        new ClientCredentials(server.settings(), OutboundClient.direct(), clock);
    assertThat(get(client, "subject-a")).isEqualTo("token-1");
    assertThat(get(client, "subject-b")).isEqualTo("token-1");
    assertThat(server.requests())
        .singleElement()
        .asString()
        .contains(" grant_type=client_credentials&audience=the+api")
        .doesNotContain("subject");
  }

  @Test
  void aTokenIsKeptForItsCallerUntilShortlyBeforeItsEnd() {
    assertThat(get(exchange, "a")).isEqualTo("token-1");
    assertThat(get(exchange, "b")).isEqualTo("token-2");
    clock.pass(Duration.ofSeconds(269));
    assertThat(get(exchange, "a")).isEqualTo("token-1");
    clock.pass(Duration.ofSeconds(1));
    assertThat(get(exchange, "a")).isEqualTo("token-3");
    assertThat(get(exchange, "b")).isEqualTo("token-4");
  }

  @Test
  void aTokenThatEndsAtOnceIsNotKept() {
    server.script(number -> new Answer(200, TokenServer.token("short-" + number, 30)));
    assertThat(get(exchange, "a")).isEqualTo("short-1");
    assertThat(get(exchange, "a")).isEqualTo("short-2");
  }

  @Test
  void theCacheIsBounded() {
    TokenCache cache = new TokenCache(clock);
    Token token = new Token(Secret.of("t"), Duration.ofHours(1));
    for (int caller = 0; caller < TokenCache.MOST + 50; caller++) {
      cache.get("caller " + caller, PATIENCE, left -> token);
    }
    assertThat(cache.size()).isEqualTo(TokenCache.MOST);
    Token other = new Token(Secret.of("other"), Duration.ofHours(1));
    assertThat(cache.get("caller 0", PATIENCE, left -> other)).isEqualTo(other.value());
    assertThat(cache.get("caller 1049", PATIENCE, left -> other)).isEqualTo(token.value());
  }

  @Test
  void manyAtOnceMakeOneRequest() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    server.script(
        number -> {
          go.await();
          return new Answer(200, TokenServer.token("token-" + number, 300));
        });
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<String>> answers = new ArrayList<>();
      for (int call = 0; call < 8; call++) {
        answers.add(threads.submit(() -> get(exchange, "a")));
      }
      Await.until("a token is asked for", () -> !server.requests().isEmpty());
      go.countDown();
      for (Future<String> answer : answers) {
        assertThat(answer.get()).isEqualTo("token-1");
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(server.requests()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "500|oops|returned status 500.",
        "400|{\"error\": \"invalid_grant\", \"error_description\": \"subject-a\"}|(invalid_grant).",
        "401|{\"error\": \"<b>client-secret\"}|returned status 401.",
        "307|/elsewhere|returned status 307.",
        "200|no json|did not return a bearer token.",
        "200|{}|did not return a bearer token.",
        "200|{\"access_token\": \"a b\", \"token_type\": \"Bearer\"}|did not return a bearer token.",
        "200|{\"access_token\": \"mac-token\", \"token_type\": \"mac\"}|did not return a bearer token.",
        "200|{\"access_token\": \"subject-a\", \"token_type\": \"bearer\"}|own access token",
      })
  void failuresTellNoSecretAndAreTriedAgain(int status, String body, String message) {
    server.script(
        number ->
            number == 1
                ? new Answer(status, body)
                : new Answer(200, TokenServer.token("token-" + number, 300)));
    assertThatThrownBy(() -> get(exchange, "subject-a"))
        .isInstanceOf(CredentialException.class)
        .hasMessageContaining(message)
        .hasMessageNotContainingAny("subject-a", "client-secret", "mac-token");
    assertThat(get(exchange, "subject-a")).isEqualTo("token-2");
  }

  @Test
  void anAnswerThatIsTooLongIsNone() {
    server.script(number -> new Answer(200, "\"" + "x".repeat(100_000) + "\""));
    assertThatThrownBy(() -> get(exchange, "a")).isInstanceOf(CredentialException.class);
  }

  @Test
  void nobodyWaitsLongerThanTheCall() {
    server.script(
        number -> {
          Thread.sleep(60_000);
          return new Answer(200, "");
        });
    long start = System.nanoTime();
    assertThatThrownBy(() -> exchange.forGrant(grant("a"), Duration.ofMillis(300)))
        .hasMessageContaining("did not respond in time");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void withoutATokenThereIsNothingToExchange() {
    assertThatThrownBy(() -> exchange.forGrant(new Grant("someone", Set.of()), PATIENCE))
        .isInstanceOf(CredentialException.class);
    assertThat(server.requests()).isEmpty();
  }
}
