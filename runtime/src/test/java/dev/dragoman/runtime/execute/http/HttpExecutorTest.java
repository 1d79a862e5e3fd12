package dev.dragoman.runtime.execute.http;

import static dev.dragoman.runtime.execute.Calls.PLAIN;
import static dev.dragoman.runtime.execute.Calls.READ;
import static dev.dragoman.runtime.execute.Calls.anonymous;
import static dev.dragoman.runtime.execute.Calls.assertFails;
import static dev.dragoman.runtime.execute.Calls.executor;
import static dev.dragoman.runtime.execute.Calls.get;
import static dev.dragoman.runtime.execute.Calls.permit;
import static dev.dragoman.runtime.execute.Calls.text;
import static dev.dragoman.runtime.execute.Calls.with;
import static dev.dragoman.runtime.execute.RawUpstream.EMPTY_OK;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.SecurityScheme;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.execute.ApiResponse;
import dev.dragoman.runtime.execute.RawUpstream;
import dev.dragoman.runtime.execute.UpstreamException;
import dev.dragoman.runtime.execute.origin.Upstream;
import dev.dragoman.runtime.request.ApiRequest;
import dev.dragoman.runtime.request.ApiRequest.Pair;
import dev.dragoman.runtime.request.RequestBody;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpExecutorTest {
  @Test
  void sendsTheRequestAsItIs() {
    try (RawUpstream api = RawUpstream.answering(EMPTY_OK)) {
      ApiRequest request =
          ApiRequest.builder("POST", "/a b/{id}")
              .path("id", "x/y")
              .query("q", "1+1")
              .header("X-One", "1")
              .cookie("c", "2")
              .cookie("d", "3")
              .body("application/json", dev.dragoman.runtime.Json.of("{\"n\":1.10}"))
              .build();
      ApiResponse answer = executor(api, "/v1/").execute(permit(READ, anonymous()), request);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(text(answer)).isEqualTo("{}");
      assertThat(api.onlyRequest())
          .startsWith("POST /v1/a%20b/x%2Fy?q=1%2B1 HTTP/1.1\r\n")
          .contains("\r\nAccept: application/json, */*;q=0.8\r\n")
          .contains("\r\nAccept-Encoding: gzip\r\n")
          .contains("\r\nUser-Agent: dragoman")
          .contains("\r\nX-One: 1\r\n")
          .contains("\r\nCookie: c=2; d=3\r\n")
          .contains("\r\nContent-Type: application/json\r\n")
          .contains("\r\nContent-Length: 10\r\n")
          .endsWith("\r\n\r\n{\"n\":1.10}")
          .doesNotContainIgnoringCase("\r\nAuthorization:")
          .doesNotContainIgnoringCase("\r\nUpgrade:");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "QUERY"})
  void everyMethodWithAndWithoutABody(String method) {
    try (RawUpstream api = RawUpstream.answering("HTTP/1.1 200 OK\nContent-Length: 0\n\n")) {
      HttpExecutor executor = executor(api, "");
      for (Optional<RequestBody> body :
          List.of(
              Optional.<RequestBody>empty(),
              Optional.of(RequestBody.of("text/plain", new byte[3])))) {
        ApiRequest request =
            new ApiRequest(method, Optional.empty(), "/x", "", List.of(), List.of(), body);
        assertThat(executor.execute(permit(READ, anonymous()), request).status()).isEqualTo(200);
      }
      assertThat(api.requests()).hasSize(2).allMatch(sent -> sent.startsWith(method + " /x HTTP"));
      assertThat(api.requests().get(1)).contains("Content-Type: text/plain").endsWith("\0\0\0");
    }
  }

  @Test
  void aHeaderParameterNamedCookieJoinsTheOtherCookies() {
    try (RawUpstream api = RawUpstream.answering(EMPTY_OK)) {
      ApiRequest request =
          ApiRequest.builder("GET", "/sessions/whoami")
              .header("cookie", "session=a19; csrf=b==;")
              .cookie("c", "2")
              .build();
      executor(api, "").execute(permit(READ, anonymous()), request);
      assertThat(api.onlyRequest())
          .contains("\r\nCookie: session=a19; csrf=b==; c=2\r\n")
          .doesNotContain("\r\ncookie:");
    }
  }

  @Test
  void parametersCannotSetTheCredentialOrTheFraming() {
    ServerDefinition definition =
        ServerDefinition.builder("Acme")
            .securityScheme(
                new SecurityScheme.ApiKey("key", SecurityScheme.Location.HEADER, "X-API-Key"))
            .securedBy("key")
            .build();
    try (RawUpstream api = RawUpstream.answering(EMPTY_OK)) {
      ApiRequest.Builder request = ApiRequest.builder("POST", "/x").header("Accept", "text/csv");
      for (String name :
          List.of(
              "Authorization",
              "authorization",
              "Host",
              "Content-Length",
              "Expect",
              "Transfer-Encoding",
              "Connection",
              "Upgrade",
              "Proxy-Authorization",
              "x-api-key",
              "Content-Type",
              "Accept-Encoding",
              "TE")) {
        request.header(name, "evil");
      }
      new HttpExecutor(definition, Upstream.named(api.url()))
          .execute(permit(READ, with("good-key")), request.build());
      assertThat(api.onlyRequest())
          .doesNotContain("evil")
          .contains("\r\nX-API-Key: good-key\r\n")
          .contains("\r\nAccept: text/csv\r\n");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/..", "/../admin", "/a/%2e%2E/b", "/./", "/..;x/y", "@evil.example/", "x", ""})
  @DisplayName("S7 Requests stay below the base URL")
  void requestsStayBelowTheBaseUrl(String rawPath) {
    try (RawUpstream api = RawUpstream.answering(EMPTY_OK)) {
      assertThatThrownBy(
              () ->
                  executor(api, "/v1").execute(permit(READ, with("secret-key")), raw(rawPath, "")))
          .isInstanceOf(UpstreamException.class)
          .hasMessageContaining("nothing was sent");
      assertThat(api.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"/x y,", "/x,a b", "/x,a#b", "/x#y,", "/x\u0000y,"})
  void whatIsNoUrlIsNotSent(String rawPath, String rawQuery) {
    try (RawUpstream api = RawUpstream.answering(EMPTY_OK)) {
      ApiRequest request = raw(rawPath, rawQuery == null ? "" : rawQuery);
      assertThatThrownBy(() -> executor(api, "").execute(permit(READ, anonymous()), request))
          .isInstanceOf(UpstreamException.class);
      assertThat(api.requests()).isEmpty();
    }
  }

  @Test
  @DisplayName("S9 headers with line breaks or bad names are not sent")
  void headersOfHandWrittenRequestsCannotBreakOut() {
    try (RawUpstream api = RawUpstream.answering(EMPTY_OK)) {
      for (Pair pair :
          List.of(new Pair("X", "a\r\nY: b"), new Pair("X\r\nY", "a"), new Pair("", "a"))) {
        ApiRequest request =
            new ApiRequest(
                "GET", Optional.empty(), "/x", "", List.of(pair), List.of(), Optional.empty());
        assertThatThrownBy(() -> executor(api, "").execute(permit(READ, anonymous()), request))
            .isInstanceOf(UpstreamException.class);
      }
      assertThat(api.requests()).isEmpty();
    }
  }

  @Test
  void aWriteWithoutAnswerMayHaveHappened() {
    try (RawUpstream api = RawUpstream.answering("")) {
      ApiRequest write = ApiRequest.builder("POST", "/x").build();
      assertThatThrownBy(() -> executor(api, "").execute(permit(READ, anonymous()), write))
          .hasMessageEndingWith(
              "It is unknown whether the operation took effect: check before retrying.");
      assertThat(api.requests()).as("a write is sent once").hasSize(1);
    }
  }

  @Test
  void nobodyThere() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    assertFails(
        new HttpExecutor(PLAIN, Upstream.named(URI.create("http://127.0.0.1:" + port))),
        "Cannot connect to the API");
  }

  @Test
  void aCancelledCallEnds() throws InterruptedException {
    try (RawUpstream api = RawUpstream.scripted((request, out) -> Thread.sleep(60_000))) {
      HttpExecutor executor = executor(api, "");
      StringBuilder message = new StringBuilder();
      Thread call =
          new Thread(
              () -> {
                try {
                  executor.execute(permit(READ, anonymous()), get("/x"));
                } catch (UpstreamException cancelled) {
                  message.append(cancelled.getMessage());
                  message.append(Thread.currentThread().isInterrupted());
                }
              });
      call.start();
      call.interrupt();
      call.join(10_000);
      assertThat(message).hasToString("The call was cancelled. Retrying is safe.true");
    }
  }

  @Test
  void aCredentialThatComesBackIsMasked() {
    String key = "sk:live/1234567890";
    ServerDefinition definition =
        ServerDefinition.builder("Acme")
            .securityScheme(new SecurityScheme.ApiKey("k", SecurityScheme.Location.QUERY, "key"))
            .build();
    try (RawUpstream api =
        RawUpstream.scripted(
            (request, out) -> {
              String query = request.replaceAll("(?s).*\\?(\\S+) HTTP.*", "$1");
              String body = "bad key " + key + " in " + query;
              out.write(
                  RawUpstream.withBody(
                      "HTTP/1.1 403 No\nLink: <http://h/?page=2&" + query + ">; rel=\"next\"",
                      body.getBytes(UTF_8)));
            })) {
      ApiResponse answer =
          new HttpExecutor(definition, Upstream.named(api.url()))
              .execute(permit(READ, with(key)), get("/x"));
      assertThat(api.onlyRequest()).startsWith("GET /x?key=sk%3Alive%2F1234567890 HTTP/1.1");
      assertThat(text(answer)).isEqualTo("bad key *** in key=***");
      assertThat(answer.header("link")).contains("<http://h/?page=2&key=***>; rel=\"next\"");
    }
  }

  private static ApiRequest raw(String rawPath, String rawQuery) {
    return new ApiRequest(
        "GET", Optional.empty(), rawPath, rawQuery, List.of(), List.of(), Optional.empty());
  }
}
