package dev.dragoman.runtime.execute;

import static dev.dragoman.runtime.execute.Calls.PLAIN;
import static dev.dragoman.runtime.execute.Calls.READ;
import static dev.dragoman.runtime.execute.Calls.anonymous;
import static dev.dragoman.runtime.execute.Calls.get;
import static dev.dragoman.runtime.execute.Calls.permit;
import static dev.dragoman.runtime.execute.Calls.with;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.ApiRequest;
import dev.dragoman.runtime.ApiRequest.Pair;
import dev.dragoman.runtime.Environment;
import dev.dragoman.runtime.RequestBody;
import dev.dragoman.runtime.SecurityScheme;
import dev.dragoman.runtime.ServerDefinition;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpExecutorTest {
  private static final String OK = "HTTP/1.1 200 OK\nContent-Type: application/json\n";
  private static final String EMPTY_OK = OK + "Content-Length: 2\n\n{}";

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
              "Cookie",
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

  @Test
  void decompresses() throws IOException {
    byte[] plain = "{\"a\":1}".getBytes(UTF_8);
    for (String coding : List.of("gzip", "deflate", "raw deflate", "identity")) {
      byte[] wire = compress(plain, coding);
      String head = OK + "Content-Encoding: " + coding.replace("raw ", "");
      try (RawUpstream api =
          RawUpstream.scripted((request, out) -> out.write(RawUpstream.withBody(head, wire)))) {
        ApiResponse answer = executor(api, "").execute(permit(READ, anonymous()), get("/x"));
        assertThat(text(answer)).as(coding).isEqualTo("{\"a\":1}");
        assertThat(answer.header("content-encoding")).isEmpty();
      }
    }
  }

  @Test
  void aBombIsNotUnpacked() throws IOException {
    byte[] bomb = compress(compress(new byte[200_000_000], "gzip"), "gzip");
    assertThat(bomb.length).isLessThan(10_000);
    try (RawUpstream api =
        RawUpstream.scripted(
            (request, out) ->
                out.write(RawUpstream.withBody(OK + "Content-Encoding: gzip, gzip", bomb)))) {
      assertFails(executor(api, ""), "longer than 10000000 bytes");
    }
  }

  @Test
  void bodiesAreBounded() {
    try (RawUpstream api =
        RawUpstream.scripted(
            (request, out) -> {
              out.write(RawUpstream.bytes("HTTP/1.1 200 OK\n\n"));
              byte[] chunk = new byte[8192];
              while (true) {
                out.write(chunk);
              }
            })) {
      Upstream small = Upstream.named(api.url()).withMaxBytes(100_000);
      assertFails(new HttpExecutor(PLAIN, small), "longer than 100000 bytes");
    }
  }

  @Test
  void aBodyOfExactlyTheLimitIsFine() {
    try (RawUpstream api = RawUpstream.answering(OK + "Content-Length: 5\n\n12345")) {
      Upstream five = Upstream.named(api.url()).withMaxBytes(5);
      assertThat(text(new HttpExecutor(PLAIN, five).execute(permit(READ, anonymous()), get("/x"))))
          .isEqualTo("12345");
      assertFails(new HttpExecutor(PLAIN, five.withMaxBytes(4)), "longer than 4 bytes");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          HTTP/1.1 200 OK\\nContent-Length: 100\\n\\nshort                   | before the whole answer was there,cut short
          HTTP/1.1 200 OK\\nTransfer-Encoding: chunked\\n\\n5\\nhello\\n      | before the whole answer was there
          HTTP/1.1 200 OK\\nContent-Encoding: br\\nContent-Length: 1\\n\\nx   | not asked for: br
          HTTP/1.1 200 OK\\nContent-Encoding: gzip\\nContent-Length: 1\\n\\nx | cannot be decompressed
          HTTP/1.1 200 OK\\nContent-Encoding: gzip,gzip,gzip,gzip\\nContent-Length: 1\\n\\nx | three times over
          garbage                                                             | before the whole answer was there
          ''                                                                  | before the whole answer was there
          """)
  void brokenAnswersAreNoAnswers(String answer, String messages) {
    try (RawUpstream api = RawUpstream.answering(answer.replace("\\n", "\n"))) {
      assertThatThrownBy(() -> executor(api, "").execute(permit(READ, anonymous()), get("/x")))
          .isInstanceOf(UpstreamException.class)
          .satisfies(
              failed -> assertThat(messages.split(",")).anyMatch(failed.getMessage()::contains));
    }
  }

  @Test
  void headAnswersMayNameALength() {
    try (RawUpstream api = RawUpstream.answering("HTTP/1.1 200 OK\nContent-Length: 100\n\n")) {
      ApiRequest head = ApiRequest.builder("HEAD", "/x").build();
      assertThat(executor(api, "").execute(permit(READ, anonymous()), head).body().length())
          .isZero();
    }
  }

  @Test
  void aStreamIsTakenAsFarAsItCame() {
    try (RawUpstream api =
        RawUpstream.scripted(
            (request, out) -> {
              out.write(
                  RawUpstream.bytes(
                      "HTTP/1.1 200 OK\nContent-Type: text/event-stream\n\ndata: 1\n"));
              out.flush();
              Thread.sleep(60_000);
            })) {
      HttpExecutor executor =
          new HttpExecutor(PLAIN, Upstream.named(api.url()).withDeadline(Duration.ofSeconds(2)));

      ApiResponse answer = executor.execute(permit(READ, anonymous()), get("/x"));

      assertThat(answer.isCut()).isTrue();
      assertThat(text(answer)).isEqualTo("data: 1\r\n");
      assertThat(new ResponseShaper().shape(answer).json().path("notice").asString())
          .contains("The answer is a stream");
    }
  }

  @Test
  void oneDeadlineForEverything() {
    RawUpstream.Script hang = (request, out) -> Thread.sleep(60_000);
    RawUpstream.Script hangInBody =
        (request, out) -> {
          out.write(RawUpstream.bytes(OK + "Content-Length: 10\n\n{"));
          out.flush();
          Thread.sleep(60_000);
        };
    RawUpstream.Script drip =
        (request, out) -> {
          out.write(RawUpstream.bytes("HTTP/1.1 200 OK\n\n"));
          while (true) {
            out.write('.');
            out.flush();
            Thread.sleep(20);
          }
        };
    RawUpstream.Script slowRedirects =
        (request, out) -> {
          Thread.sleep(400);
          out.write(RawUpstream.bytes("HTTP/1.1 302 X\nLocation: /x\nContent-Length: 0\n\n"));
        };
    for (RawUpstream.Script script : List.of(hang, hangInBody, drip, slowRedirects)) {
      try (RawUpstream api = RawUpstream.scripted(script)) {
        Upstream hasty = Upstream.named(api.url()).withDeadline(Duration.ofSeconds(1));
        long start = System.nanoTime();
        assertFails(new HttpExecutor(PLAIN, hasty), "no whole answer within 1.0 seconds");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
      }
    }
  }

  @Test
  void aWriteWithoutAnswerMayHaveHappened() {
    try (RawUpstream api = RawUpstream.answering("")) {
      ApiRequest write = ApiRequest.builder("POST", "/x").build();
      assertThatThrownBy(() -> executor(api, "").execute(permit(READ, anonymous()), write))
          .hasMessageEndingWith(
              "Whether the operation took effect is unknown: look before you try again.");
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
        "No connection to the API");
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
      assertThat(message).hasToString("The call was cancelled. Trying again is safe.true");
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

  private static void assertFails(HttpExecutor executor, String message) {
    assertThatThrownBy(() -> executor.execute(permit(READ, with("secret-key")), get("/x")))
        .isInstanceOf(UpstreamException.class)
        .hasMessageContaining(message)
        .hasMessageNotContaining("secret-key");
  }

  private static HttpExecutor executor(RawUpstream api, String basePath) {
    return new HttpExecutor(PLAIN, Upstream.named(URI.create(api.url() + basePath)));
  }

  private static ApiRequest raw(String rawPath, String rawQuery) {
    return new ApiRequest(
        "GET", Optional.empty(), rawPath, rawQuery, List.of(), List.of(), Optional.empty());
  }

  private static String text(ApiResponse answer) {
    return new String(answer.body().toArray(), UTF_8);
  }

  private static byte[] compress(byte[] plain, String coding) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    switch (coding) {
      case "gzip" -> {
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
          out.write(plain);
        }
      }
      case "deflate", "raw deflate" -> {
        Deflater deflater = new Deflater(9, coding.startsWith("raw"));
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater)) {
          out.write(plain);
        }
      }
      default -> bytes.writeBytes(plain);
    }
    return bytes.toByteArray();
  }
}
