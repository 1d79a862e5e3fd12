package dev.dragoman.runtime.execute.origin;

import static dev.dragoman.runtime.execute.Calls.PLAIN;
import static dev.dragoman.runtime.execute.Calls.READ;
import static dev.dragoman.runtime.execute.Calls.anonymous;
import static dev.dragoman.runtime.execute.Calls.executor;
import static dev.dragoman.runtime.execute.Calls.get;
import static dev.dragoman.runtime.execute.Calls.permit;
import static dev.dragoman.runtime.execute.Calls.with;
import static dev.dragoman.runtime.execute.RawUpstream.EMPTY_OK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.Environment;
import dev.dragoman.runtime.SecurityScheme;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.execute.ApiResponse;
import dev.dragoman.runtime.execute.MissingCredentialException;
import dev.dragoman.runtime.execute.RawUpstream;
import dev.dragoman.runtime.execute.UpstreamException;
import dev.dragoman.runtime.execute.http.HttpExecutor;
import dev.dragoman.runtime.request.ApiRequest;
import java.net.URI;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where requests go: to the API's origin and, on redirects, nowhere else. */
class OriginTest {
  @Test
  void followsRedirectsWithinTheOrigin() {
    try (RawUpstream api =
        RawUpstream.scripted(
            (request, out) ->
                out.write(
                    RawUpstream.bytes(
                        request.startsWith("GET /x ")
                            ? "HTTP/1.1 302 Found\nLocation: /other?a=1#f\nContent-Length: 0\n\n"
                            : EMPTY_OK)))) {
      ApiResponse answer = executor(api, "").execute(permit(READ, with("secret-key")), get("/x"));
      assertThat(answer.status()).isEqualTo(200);
      assertThat(api.requests()).hasSize(2);
      assertThat(api.requests().get(1))
          .startsWith("GET /other?a=1 HTTP/1.1")
          .contains("Authorization: Bearer secret-key");
    }
  }

  /** RFC 3986, section 3.3: a path has ASCII characters only; as UTF-8, as in browsers. */
  @Test
  void thePathOfTheBaseUrlIsEncoded() {
    try (RawUpstream api = RawUpstream.answering(EMPTY_OK)) {
      executor(api, "/\u00fc/v1").execute(permit(READ, anonymous()), get("/x"));
      assertThat(api.requests().get(0)).startsWith("GET /%C3%BC/v1/x HTTP/1.1");
    }
  }

  @Test
  void followsAtMostThreeRedirects() {
    try (RawUpstream api =
        RawUpstream.answering("HTTP/1.1 307 X\nLocation: /x\nContent-Length: 0\n\n")) {
      assertThat(executor(api, "").execute(permit(READ, anonymous()), get("/x")).status())
          .isEqualTo(307);
      assertThat(api.requests()).hasSize(4);
    }
  }

  @Test
  void doesNotSendAWriteAgainOnARedirect() {
    try (RawUpstream api =
        RawUpstream.answering("HTTP/1.1 307 X\nLocation: /y\nContent-Length: 0\n\n")) {
      ApiRequest request = ApiRequest.builder("POST", "/x").build();
      ApiResponse answer = executor(api, "").execute(permit(READ, anonymous()), request);
      assertThat(answer.status()).isEqualTo(307);
      assertThat(answer.header("location")).contains("/y");
      assertThat(api.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:OTHER/x",
        "//127.0.0.1:OTHER/x",
        "http://localhost:SAME/x",
        "https://127.0.0.1:SAME/x",
        "http://user@127.0.0.1:SAME/x",
        "http://127.0.0.1:SAME@127.0.0.1:OTHER/x",
        "http://[::1]:OTHER/x",
        "http://2130706433:OTHER/x",
        "ftp://127.0.0.1/x",
        "http://",
        "::not a url::"
      })
  @DisplayName("S8 No redirect leads to another origin")
  void noRedirectLeadsToAnotherOrigin(String location) {
    try (RawUpstream other = RawUpstream.answering(EMPTY_OK)) {
      try (RawUpstream api =
          RawUpstream.scripted(
              (request, out) ->
                  out.write(
                      RawUpstream.bytes(
                          "HTTP/1.1 302 Found\nContent-Length: 0\nLocation: "
                              + location
                                  .replace("OTHER", "" + other.url().getPort())
                                  .replace("SAME", request.replaceAll("(?s).*:(\\d+)\r\n.*", "$1"))
                              + "\n\n")))) {
        ApiResponse answer = executor(api, "").execute(permit(READ, with("secret-key")), get("/x"));
        assertThat(answer.status()).isEqualTo(302);
        assertThat(api.requests()).hasSize(1);
        assertThat(other.requests()).isEmpty();
      }
    }
  }

  @Test
  @DisplayName("S8 An operation's own server never gets the credential")
  void anOperationsOwnServerNeverGetsTheCredential() {
    try (RawUpstream api = RawUpstream.answering(EMPTY_OK)) {
      ServerDefinition secured =
          ServerDefinition.builder("Acme")
              .securityScheme(new SecurityScheme.HttpBearer("b"))
              .securedBy("b")
              .build();
      ApiRequest elsewhere =
          ApiRequest.builder("GET", "/x").server("http://other.invalid/up").build();
      HttpExecutor declared =
          new HttpExecutor(secured, Upstream.declared(new Environment("p", api.url())));
      assertThatThrownBy(() -> declared.execute(permit(READ, with("secret-key")), elsewhere))
          .isInstanceOf(MissingCredentialException.class)
          .hasMessageContaining("http://other.invalid/up")
          .hasMessageNotContaining("secret-key");
      HttpExecutor named = new HttpExecutor(secured, Upstream.named(api.url()));
      assertThat(named.execute(permit(READ, with("secret-key")), elsewhere).status())
          .as("the operator's base URL stands in for every server")
          .isEqualTo(200);
      assertThat(api.onlyRequest()).startsWith("GET /x ");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1",
        "http://localhost",
        "http://169.254.169.254/latest",
        "http://10.0.0.1",
        "http://192.168.1.1",
        "http://172.16.0.1",
        "http://[::1]",
        "http://[fd00::1]",
        "http://0.0.0.0",
        "http://100.64.0.1",
        "http://[::ffff:10.0.0.1]",
        "http://[fe80::1]",
        "http://224.0.0.1"
      })
  @DisplayName("S8 Private addresses are for the operator to name")
  void privateAddressesAreForTheOperatorToName(String url) {
    HttpExecutor executor =
        new HttpExecutor(PLAIN, Upstream.declared(new Environment("p", URI.create(url))));
    assertThatThrownBy(() -> executor.execute(permit(READ, anonymous()), get("/x")))
        .isInstanceOf(UpstreamException.class)
        .hasMessageContaining("which is a private address; nothing was sent");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1",
        "ftp://x",
        "http:///x",
        "file:///x",
        "http://u:p@h/",
        "http://h/?a=1",
        "http://h/#f",
        "http://h/a/../b",
        "http://h/%2e%2e",
        "mailto:a@b"
      })
  void baseUrlsAreChecked(String url) {
    assertThatThrownBy(() -> Upstream.named(URI.create(url)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the base URL")
        .hasMessageNotContaining("u:p");
  }
}
