package dev.dragoman.runtime.execute.credential;

import static dev.dragoman.runtime.execute.Calls.READ;
import static dev.dragoman.runtime.execute.Calls.anonymous;
import static dev.dragoman.runtime.execute.Calls.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Operation;
import dev.dragoman.runtime.Secret;
import dev.dragoman.runtime.SecurityScheme.ApiKey;
import dev.dragoman.runtime.SecurityScheme.HttpBasic;
import dev.dragoman.runtime.SecurityScheme.HttpBearer;
import dev.dragoman.runtime.SecurityScheme.Location;
import dev.dragoman.runtime.SecurityScheme.Unserved;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.execute.MissingCredentialException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What becomes of a call whose credential is missing or cannot be sent. Requirements are written as
 * {@code a+b, c}: schemes a and b together, or c; {@code -} is an alternative without any.
 */
class MissingCredentialTest {
  private static final ServerDefinition API =
      ServerDefinition.builder("Acme")
          .securityScheme(new HttpBearer("user"))
          .securityScheme(new HttpBasic("org"))
          .securityScheme(new ApiKey("key", Location.HEADER, "X-Key"))
          .securityScheme(new ApiKey("word", Location.HEADER, "X-Word", "Token"))
          .securityScheme(new ApiKey("query", Location.QUERY, "key"))
          .securityScheme(new ApiKey("cookie", Location.COOKIE, "session"))
          .securityScheme(new Unserved("digest", "http digest", false))
          .securityScheme(new Unserved("hawk", "http hawk", false))
          .securityScheme(new Unserved("mtls", "mutualTLS", true))
          .build();

  private static final CredentialWriter WRITER = new CredentialWriter(API);

  /** For connections without a client certificate. */
  private static final CredentialWriter UNCERTIFIED = new CredentialWriter(API, false);

  private static Operation secured(String requirements) {
    Operation operation = READ;
    for (String together : requirements.split(", ", -1)) {
      operation =
          together.equals("-") ? operation.securedBy() : operation.securedBy(together.split("\\+"));
    }
    return operation;
  }

  /** The pair, the headers and the prefix are explained where they apply, and nowhere else. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          user           | user                    |
          user, user     | user                    |
          user, query    | user or query           |
          word           | word                    |
          query          | query                   |
          cookie         | cookie                  |
          org            | org                     | basic
          user, org      | user or org             | basic
          key            | key                     | prefix
          query, key     | query or key            | prefix
          user+query     | user with query         | X-Acme-Credential-user
          user, query+word | user or query with word | X-Acme-Credential-query
          org+query      | org with query          | basic, X-Acme-Credential-org
          query+key      | query with key          | X-Acme-Credential-query, prefix
          org+key        | org with key            | basic, X-Acme-Credential-org, prefix
          mtls+user      | mtls with user          | X-Acme-Credential-mtls
          digest, user   | digest or user          |
          """)
  void tellsWhichCredentialAndHowToSupplyIt(String requirements, String schemes, String hints) {
    assertThatThrownBy(() -> WRITER.write(secured(requirements), anonymous()))
        .isInstanceOf(MissingCredentialException.class)
        .hasMessage(
            "This operation requires a credential: "
                + schemes
                + ". The person who set up this connection has to send it as \"Authorization: Bearer"
                + " …\" (over stdio: ACME_API_KEY)"
                + (hints == null ? "" : hints(hints))
                + ". Nothing was sent.");
  }

  private static String hints(String names) {
    StringBuilder hints = new StringBuilder();
    for (String name : names.split(", ", -1)) {
      hints.append(
          switch (name) {
            case "basic" -> "; for basic authentication it is user:password";
            case "prefix" ->
                "; if the API expects a word before the key, the key is given with that word, as in"
                    + " \"Token abc\", or the operator sets --auth-prefix";
            default -> "; for several credentials, use a separate header for each, such as " + name;
          });
    }
    return hints.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          digest         | "digest" (http digest)
          digest, digest | "digest" (http digest)
          digest, hawk   | "digest" (http digest), "hawk" (http hawk)
          digest+mtls    | "digest" (http digest), "mtls" (mutualTLS)
          hawk+ghost     | "hawk" (http hawk), "ghost" (not declared by the API's document)
          """)
  void tellsWhichSchemesThisServerCannotSend(String requirements, String schemes) {
    for (var caller : List.of(anonymous(), with("a-key-of-another-scheme"))) {
      assertThatThrownBy(() -> WRITER.write(secured(requirements), caller))
          .isInstanceOf(MissingCredentialException.class)
          .hasMessageStartingWith(
              "This operation requires a credential that this server cannot send: "
                  + schemes
                  + ". Nothing was sent")
          .hasMessageContaining("securitySchemes")
          .hasMessageNotContaining("a-key-of-another-scheme");
    }
  }

  /** What the operator can do is said beside what the caller can do. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mtls         | This operation requires a client certificate: "mtls" (mutualTLS). The operator
          mtls+ghost   | This operation requires a client certificate: "mtls" (mutualTLS). The operator
          mtls+user    | This operation requires a client certificate: "mtls" (mutualTLS). The operator
          digest, mtls | This operation requires a client certificate: "mtls" (mutualTLS). The operator
          user, mtls   | This operation requires a credential: user or mtls. The person who set up
          """)
  void withoutAClientCertificateTheOperatorIsToldTheFlag(String requirements, String beginning) {
    Caller caller = requirements.equals("user, mtls") ? anonymous() : with("key-1");
    assertThatThrownBy(() -> UNCERTIFIED.write(secured(requirements), caller))
        .isInstanceOf(MissingCredentialException.class)
        .hasMessageStartingWith(beginning)
        .hasMessageContaining("--client-certificate and --client-key")
        .hasMessageEndingWith("Nothing was sent.");
  }

  @Test
  void anotherAlternativeNeedsNoClientCertificate() {
    assertThat(UNCERTIFIED.write(secured("mtls+user, user"), with("key-1")).headers(List.of()))
        .hasSize(1);
    assertThat(UNCERTIFIED.write(secured("mtls, -"), anonymous()).headers(List.of())).isEmpty();
  }

  @DisplayName("A connection's own credential, or one that no header is known for, needs no other")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mtls          |
          ghost         |
          mtls+ghost    |
          digest, mtls  |
          mtls, digest  |
          mtls, user    | Bearer key-1
          digest, user  | Bearer key-1
          user, digest  | Bearer key-1
          mtls+user     | Bearer key-1
          ghost+user    | Bearer key-1
          digest+query, user | Bearer key-1
          """)
  void schemesWithoutAHeaderGetNoCredentialOfAnotherScheme(String requirements, String sent) {
    assertThat(WRITER.write(secured(requirements), with("key-1")).headers(List.of()))
        .extracting(pair -> pair.name() + ": " + pair.value())
        .isEqualTo(sent == null ? List.of() : List.of("Authorization: " + sent));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mtls
          ghost
          user, mtls
          digest, ghost
          -
          user, -
          """)
  void aCallerWithoutACredentialIsSentAway(String requirements) {
    Credentials credentials = WRITER.write(secured(requirements), anonymous());
    assertThat(credentials.headers(List.of())).isEmpty();
    assertThat(credentials.query("a=1")).isEqualTo("a=1");
    assertThat(credentials.cookies(List.of("a=1"))).isEqualTo("a=1");
    assertThat(credentials.spellings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          user        | true
          user, org   | true
          ghost       | true
          mtls        | true
          -           | false
          user, -     | false
          -, user+org | false
          """)
  void isNeededUnlessAnAlternativeIsEmpty(String requirements, boolean needed) {
    assertThat(WRITER.isNeededBy(secured(requirements))).isEqualTo(needed);
    assertThat(WRITER.isNeededBy(READ.unsecured())).isFalse();
  }

  /** Documents declare no requirements on operations whose result depends on the caller. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          user   | Authorization: Bearer key-1
          org    | Authorization: Basic a2V5LTE6
          key    | X-Key: key-1
          word   | X-Word: Token key-1
          digest |
          ghost  |
          """)
  void anOperationWithoutRequirementsGetsWhatTheCallerHas(String scheme, String sent) {
    Caller caller = anonymous().withCredentials(Map.of(scheme, Secret.of("key-1")));
    assertThat(WRITER.write(READ.unsecured(), caller).headers(List.of()))
        .extracting(pair -> pair.name() + ": " + pair.value())
        .isEqualTo(sent == null ? List.of() : List.of(sent));
  }

  /** The bearer token is this server's own choice, so the caller is told how to send it. */
  @Test
  void anApiThatDeclaresNoSchemesAsksForTheKey() {
    CredentialWriter writer = new CredentialWriter(ServerDefinition.builder("Acme").build());
    assertThatThrownBy(() -> writer.write(secured("ghost"), anonymous()))
        .isInstanceOf(MissingCredentialException.class)
        .hasMessageStartingWith("This operation requires a credential: ghost. The person");
    assertThat(writer.write(READ, anonymous()).headers(List.of())).isEmpty();
  }

  /** Printable ASCII, from the space to the tilde (RFC 9110, section 5.5). */
  @ParameterizedTest
  @CsvSource({
    "0x1F, false",
    "0x20, true",
    "0x7E, true",
    "0x7F, false",
    "0x80, false",
    "0x09, false"
  })
  void onlyPrintableAsciiIsSent(String code, boolean sent) {
    String secret = "a" + Character.toString(Integer.decode(code)) + "b";
    Optional<String> header;
    try {
      header =
          WRITER.write(secured("key"), with(secret)).headers(List.of()).stream()
              .map(pair -> pair.value())
              .findFirst();
    } catch (MissingCredentialException refused) {
      header = Optional.empty();
    }
    assertThat(header).isEqualTo(sent ? Optional.of(secret) : Optional.empty());
  }
}
