package dev.dragoman.runtime.execute.credential;

import static dev.dragoman.runtime.execute.Calls.READ;
import static dev.dragoman.runtime.execute.Calls.anonymous;
import static dev.dragoman.runtime.execute.Calls.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Operation;
import dev.dragoman.runtime.Secret;
import dev.dragoman.runtime.SecurityScheme;
import dev.dragoman.runtime.SecurityScheme.Location;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.execute.MissingCredentialException;
import dev.dragoman.runtime.request.ApiRequest.Pair;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialWriterTest {
  /** The schemes of Polytomic, and a key of each place. */
  private static final ServerDefinition API =
      ServerDefinition.builder("Acme")
          .securityScheme(new SecurityScheme.HttpBearer("user"))
          .securityScheme(new SecurityScheme.HttpBasic("org"))
          .securityScheme(new SecurityScheme.ApiKey("header", Location.HEADER, "X-Key"))
          .securityScheme(new SecurityScheme.ApiKey("query", Location.QUERY, "api key"))
          .securityScheme(new SecurityScheme.ApiKey("cookie", Location.COOKIE, "session"))
          .securityScheme(new SecurityScheme.HttpOther("other", "GenieKey"))
          .securityScheme(new SecurityScheme.HttpBearer("bearer2"))
          .securityScheme(new SecurityScheme.ApiKey("header2", Location.HEADER, "x-key"))
          .securedBy("user")
          .securedBy("org")
          .build();

  @ParameterizedTest
  @CsvSource({
    "token123, user, Bearer token123",
    "token123, other, GenieKey token123",
    "token123, org, Basic dG9rZW4xMjM6",
    "me:pw, org, Basic bWU6cHc=",
    "bWU6cHc=, org, Basic bWU6cHc=",
    "bWU6cHc=, user, Bearer bWU6cHc="
  })
  void authorization(String secret, String scheme, String expected) {
    Credentials credentials = new CredentialWriter(API).write(READ.securedBy(scheme), with(secret));
    assertThat(credentials.headers(List.of())).containsExactly(new Pair("Authorization", expected));
  }

  @Test
  void keysGoWhereTheSchemeSays() {
    CredentialWriter writer = new CredentialWriter(API);
    assertThat(
            writer
                .write(READ.securedBy("header"), with("k 1"))
                .headers(List.of(new Pair("x-key", "a"))))
        .containsExactly(new Pair("X-Key", "k 1"));
    assertThat(
            writer
                .write(READ.securedBy("query"), with("k&1"))
                .query("a=1&api%20key=evil&api+key&b"))
        .isEqualTo("a=1&b&api%20key=k%261");
    assertThat(writer.write(READ.securedBy("query"), with("k")).query("")).isEqualTo("api%20key=k");
    assertThat(
            writer
                .write(READ.securedBy("cookie"), with("k"))
                .cookies(List.of("session=evil", "a=1", "session =evil", "sessions=2", "bare")))
        .isEqualTo("a=1; sessions=2; bare; session=k");
  }

  @Test
  void theAlternativeThatTheCredentialFits() {
    CredentialWriter writer = new CredentialWriter(API);
    assertThat(authorization(writer.write(READ, with("token123")))).startsWith("Bearer ");
    assertThat(authorization(writer.write(READ, with("me:pw")))).startsWith("Basic ");
    Operation two = READ.securedBy("header", "user").securedBy("org");
    assertThat(authorization(writer.write(two, with("token123")))).startsWith("Basic ");
    Operation optional = READ.securedBy().securedBy("other");
    assertThat(authorization(writer.write(optional, with("token123")))).startsWith("GenieKey ");
  }

  @Test
  void schemesNeededTogetherAllGetTheCredential() {
    Credentials both =
        new CredentialWriter(API).write(READ.securedBy("header", "user"), with("token123"));
    assertThat(both.headers(List.of()))
        .containsExactly(
            new Pair("X-Key", "token123"), new Pair("Authorization", "Bearer token123"));
  }

  @Test
  void schemesThatShareAPlaceSendOneCredentialThere() {
    CredentialWriter writer = new CredentialWriter(API);
    Operation twice = READ.securedBy("user", "bearer2");
    assertThat(writer.write(twice, with("token123")).headers(List.of()))
        .containsExactly(new Pair("Authorization", "Bearer token123"));
    Operation both = READ.securedBy("user", "org");
    assertThat(writer.write(both, with("token123")).headers(List.of()))
        .extracting(Pair::name)
        .containsExactly("Authorization");
    Operation keys = READ.securedBy("header", "header2");
    assertThat(writer.write(keys, with("k")).headers(List.of()))
        .containsExactly(new Pair("X-Key", "k"));
  }

  @Test
  void severalCredentialsGoToTheirSchemes() {
    CredentialWriter writer = new CredentialWriter(API);
    Caller named =
        anonymous()
            .withCredentials(Map.of("header", Secret.of("key-1"), "user", Secret.of("token-1")));
    assertThat(writer.write(READ.securedBy("header", "user"), named).headers(List.of()))
        .containsExactly(new Pair("X-Key", "key-1"), new Pair("Authorization", "Bearer token-1"));
    assertThatThrownBy(() -> writer.write(READ.securedBy("header", "org"), named))
        .isInstanceOf(MissingCredentialException.class)
        .hasMessageContaining("requires a credential: header with org.")
        .hasMessageContaining("X-Acme-Credential-header")
        .hasMessageNotContainingAny("key-1", "token-1");
  }

  @Test
  void theSingleKeyFillsWhatIsNotNamed() {
    Caller caller = with("me:pw").withCredentials(Map.of("header", Secret.of("key-1")));
    assertThat(
            new CredentialWriter(API)
                .write(READ.securedBy("header", "org"), caller)
                .headers(List.of()))
        .containsExactly(new Pair("X-Key", "key-1"), new Pair("Authorization", "Basic bWU6cHc="));
  }

  @Test
  void anAlternativeWithCredentialsOfItsOwnGoesFirst() {
    Caller caller = with("token123").withCredentials(Map.of("header", Secret.of("key-1")));
    Operation operation = READ.securedBy("user").securedBy("header");
    assertThat(new CredentialWriter(API).write(operation, caller).headers(List.of()))
        .containsExactly(new Pair("X-Key", "key-1"));
  }

  @ParameterizedTest
  @CsvSource({"USER, Authorization, Bearer token123", "PARTNER, X-Partner, token123"})
  void theAlternativeOfTheAuthModeGoesFirst(AuthMode mode, String header, String value) {
    ServerDefinition twoModes =
        ServerDefinition.builder("Acme")
            .securityScheme(new SecurityScheme.HttpBearer("user"))
            .securityScheme(new SecurityScheme.ApiKey("partner", Location.HEADER, "X-Partner"))
            .authMode("user", AuthMode.USER)
            .authMode("partner", AuthMode.PARTNER)
            .securedBy("user")
            .securedBy("partner")
            .build();
    Optional<Secret> key = Optional.of(Secret.of("token123"));
    Caller caller = new Caller(AccessMode.READ_ONLY, mode, Optional.empty(), key);
    assertThat(new CredentialWriter(twoModes).write(READ, caller).headers(List.of()))
        .containsExactly(new Pair(header, value));
  }

  /** Polytomic declares {@code security: []} on the operation that tells who the caller is. */
  @Test
  void anOperationThatAsksForNoneStillGetsTheCredential() {
    Credentials credentials = new CredentialWriter(API).write(READ.unsecured(), with("token123"));
    assertThat(authorization(credentials)).isEqualTo("Bearer token123");
  }

  @Test
  void withoutAnySchemeItIsABearerToken() {
    CredentialWriter writer = new CredentialWriter(ServerDefinition.builder("Acme").build());
    assertThat(authorization(writer.write(READ, with("token123")))).isEqualTo("Bearer token123");
    assertThat(authorization(writer.write(READ.securedBy("no such"), with("token123"))))
        .isEqualTo("Bearer token123");
  }

  @Test
  void aMissingCredentialIsNamed() {
    CredentialWriter writer = new CredentialWriter(API);
    assertThatThrownBy(() -> writer.write(READ, anonymous()))
        .isInstanceOf(MissingCredentialException.class)
        .hasMessageStartingWith("This operation requires a credential: user or org.")
        .hasMessageContaining("ACME_API_KEY");
    assertThat(writer.write(READ.unsecured(), anonymous()).headers(List.of())).isEmpty();
    assertThat(writer.write(READ.securedBy().securedBy("user"), anonymous()).headers(List.of()))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\r\nX: y", "a\0", "sécret-key", "a\u007f"})
  void aCredentialThatNoHeaderCarriesIsNotSent(String secret) {
    assertThatThrownBy(() -> new CredentialWriter(API).write(READ, with(secret)))
        .isInstanceOf(MissingCredentialException.class)
        .hasMessageContaining("nothing was sent")
        .hasMessageNotContaining("cret-key");
  }

  @Test
  void printsNothingOfItself() {
    assertThat(new CredentialWriter(API).write(READ, with("token123"))).hasToString("***");
  }

  private static String authorization(Credentials credentials) {
    return credentials.headers(List.of()).get(0).value();
  }
}
