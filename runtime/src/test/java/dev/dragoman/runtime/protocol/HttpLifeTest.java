package dev.dragoman.runtime.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.Await;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.auth.AccessRefusedException;
import dev.dragoman.runtime.mcp.fixture.FixtureServer;
import dev.dragoman.runtime.metrics.Metrics;
import dev.dragoman.runtime.transport.http.HttpLifecycle;
import dev.dragoman.runtime.transport.http.HttpOptions;
import dev.dragoman.runtime.transport.jetty.HttpTransport;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bounds, long calls, refusals and the end of the HTTP server. */
class HttpLifeTest {
  private static final HttpOptions OPTIONS = HttpOptions.onPort(0);
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Message PAUSE = Message.in("2026-07-28").calls("pause", "{}");
  private static final Message PING = Message.in("2025-11-25").asks("ping");
  private static final String HEADERS = "Host: localhost\r\nContent-Type: application/json\r\n";
  private static final String ACCEPT_STREAM = "Accept: text/event-stream\r\n";
  private static final String HEAD = "POST /mcp HTTP/1.1\r\n" + HEADERS;

  private static HttpTestServer server(HttpOptions options, Pause... pause) {
    return new HttpTestServer(options, headers -> Caller.anonymous(), pause);
  }

  private static HttpTestServer refusing(int status, Optional<String> challenge) {
    return new HttpTestServer(
        OPTIONS,
        headers -> {
          throw new AccessRefusedException(status, "Bring a key.", challenge);
        });
  }

  @Test
  void theCallerComesFromTheHeaders() {
    try (HttpTestServer server =
        new HttpTestServer(
            OPTIONS,
            headers -> {
              assertThat(headers.all("aCCept"))
                  .containsExactly("application/json, text/event-stream");
              assertThat(headers.all("X-Absent")).isEmpty();
              return Caller.anonymous();
            })) {
      assertThat(server.send(PING).status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403})
  void aRefusedCallerIsToldWhy(int status) {
    try (HttpTestServer server = refusing(status, Optional.of("Bearer scope=\"a b\""))) {
      HttpResponse<String> response = server.exchange(server.request(PING));
      assertThat(response.statusCode()).isEqualTo(status);
      assertThat(response.headers().firstValue("WWW-Authenticate"))
          .contains("Bearer scope=\"a b\"");
      Answer answer = Answer.of(status, response.body());
      MessageSchemas.check("2025-11-25", "", answer.message());
      assertThat(answer.at("/error/message").asString()).isEqualTo("Bring a key.");
    }
  }

  @Test
  void withoutAChallengeThereIsNoHeader() {
    try (HttpTestServer server = refusing(400, Optional.empty())) {
      HttpResponse<String> response = server.exchange(server.request(PING));
      assertThat(response.headers().firstValue("WWW-Authenticate")).isEmpty();
    }
  }

  @Test
  @DisplayName("S15 bodies are bounded however they come")
  void bodiesAreBoundedHoweverTheyCome() {
    String body = " ".repeat(2000);
    String chunked = "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n";
    try (HttpTestServer server =
        server(OPTIONS.toBuilder().maxBodyBytes(1000).maxInFlight(4).build())) {
      String declared =
          RawHttp.exchange(
              server.port(), HEAD + "Content-Length: 2000\r\nConnection: close\r\n\r\n" + body);
      assertThat(RawHttp.status(declared)).isEqualTo(413);
      String streamed =
          RawHttp.exchange(server.port(), HEAD + chunked + "7d0\r\n" + body + "\r\n0\r\n\r\n");
      assertThat(RawHttp.status(streamed)).isEqualTo(413);
      String small = RawHttp.exchange(server.port(), HEAD + chunked + "2\r\n[]\r\n0\r\n\r\n");
      assertThat(RawHttp.status(small)).isEqualTo(400);
    }
  }

  @Test
  void aBodyThatDoesNotComeIsGivenUp() throws Exception {
    try (HttpTestServer server =
            server(
                OPTIONS.toBuilder()
                    .receiveTimeout(Duration.ofMillis(300))
                    .heartbeat(LONG)
                    .stopTimeout(LONG)
                    .build());
        Socket socket = RawHttp.open(server.port())) {
      String request = HEAD + "Content-Length: 10\r\nConnection: close\r\n\r\n{";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      String response = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(RawHttp.status(response)).isEqualTo(408);
      assertThat(server.send(PING).status()).isEqualTo(200);
    }
  }

  @Test
  @DisplayName("S14 a body that trickles is given up")
  void aBodyThatTricklesIsGivenUp() throws Exception {
    try (HttpTestServer server =
            server(
                OPTIONS.toBuilder()
                    .receiveTimeout(Duration.ofMillis(500))
                    .heartbeat(LONG)
                    .stopTimeout(LONG)
                    .build());
        Socket socket = RawHttp.open(server.port())) {
      String request = HEAD + "Content-Length: 100000\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      CompletableFuture<Integer> status =
          CompletableFuture.supplyAsync(() -> RawHttp.readStatus(socket));
      while (!status.isDone()) {
        RawHttp.trickle(socket);
        Thread.sleep(50);
      }
      assertThat(status.get()).isEqualTo(408);
    }
  }

  @Test
  void bodiesHeldTogetherAreBounded() throws Exception {
    String part = HEAD + "Content-Length: 1000\r\n\r\n" + " ".repeat(990);
    Message ping = Message.in("2025-03-26").says(" ".repeat(900) + PING.text());
    List<Socket> slow = new ArrayList<>();
    try (HttpTestServer server =
        server(OPTIONS.toBuilder().maxBodyBytes(1000).maxInFlight(4).build())) {
      assertThat(server.send(ping).status()).isEqualTo(200);
      // A body counts once the server has read it; a busy machine takes its time for that.
      Await.until(
          "the bodies that are held leave no room for another",
          () -> {
            if (slow.size() < 100) {
              slow.add(RawHttp.begin(server.port(), part));
            }
            return server.send(ping).status() == 503;
          });
      for (Socket socket : slow) {
        socket.close();
      }
      awaitSuccess(server, ping);
    }
  }

  @Test
  @DisplayName("S14 more than the most at once are told to come back")
  void moreThanTheMostAtOnceAreToldToComeBack() throws Exception {
    Pause pause = new Pause();
    try (HttpTestServer server =
        server(OPTIONS.toBuilder().maxBodyBytes(1000).maxInFlight(1).build(), pause)) {
      CompletableFuture<Answer> first = CompletableFuture.supplyAsync(() -> server.send(PAUSE));
      pause.awaitBegin();
      HttpResponse<String> second = server.exchange(server.request(PING));
      assertThat(second.statusCode()).isEqualTo(503);
      assertThat(second.headers().firstValue("Retry-After")).contains("1");
      pause.goOn();
      assertThat(first.get(20, TimeUnit.SECONDS).at("/result/content/0/text").asString())
          .isEqualTo("went on");
      assertThat(server.send(PING).status()).isEqualTo(200);
    }
  }

  @Test
  void aLongCallIsAnsweredOnAStreamThatShowsLife() throws Exception {
    Pause pause = new Pause();
    try (HttpTestServer server =
        server(
            OPTIONS.toBuilder()
                .receiveTimeout(LONG)
                .heartbeat(Duration.ofMillis(100))
                .stopTimeout(LONG)
                .build(),
            pause)) {
      CompletableFuture<HttpResponse<String>> response =
          CompletableFuture.supplyAsync(() -> server.exchange(server.request(PAUSE)));
      pause.awaitBegin();
      Thread.sleep(500);
      pause.goOn();
      HttpResponse<String> stream = response.get(20, TimeUnit.SECONDS);
      assertThat(stream.headers().firstValue("Content-Type")).contains("text/event-stream");
      assertThat(stream.body()).startsWith(":\n\n").endsWith("}\n\n").contains("event: message\n");
      String data = stream.body().substring(stream.body().indexOf("data: ") + 6);
      MessageSchemas.check("2026-07-28", "tools/call", Answer.of(200, data).message());
    }
  }

  @Test
  void aClientThatTakesJsonOnlyGetsJsonHoweverLongItTakes() throws Exception {
    Pause pause = new Pause();
    try (HttpTestServer server =
        server(
            OPTIONS.toBuilder()
                .receiveTimeout(Duration.ofMillis(200))
                .heartbeat(Duration.ofMillis(50))
                .stopTimeout(LONG)
                .build(),
            pause)) {
      String body = Message.in("2025-03-26").calls("pause", "{}").text();
      CompletableFuture<String> response =
          CompletableFuture.supplyAsync(
              () ->
                  RawHttp.exchange(
                      server.port(),
                      RawHttp.post(
                          "/mcp", "Host: localhost\r\nContent-Type: application/json\r\n", body)));
      pause.awaitBegin();
      Thread.sleep(700);
      pause.goOn();
      assertThat(response.get(20, TimeUnit.SECONDS)).contains("Content-Type: application/json");
    }
  }

  @Test
  @DisplayName("S16 a client that leaves cancels its own call only")
  void aClientThatLeavesCancelsItsCall() throws Exception {
    Pause pause = new Pause();
    try (HttpTestServer server =
        server(
            OPTIONS.toBuilder()
                .receiveTimeout(LONG)
                .heartbeat(Duration.ofMillis(50))
                .stopTimeout(LONG)
                .build(),
            pause)) {
      String body = Message.in("2025-03-26").calls("pause", "{}").text();
      try (Socket socket = RawHttp.open(server.port())) {
        String request = RawHttp.post("/mcp", HEADERS + ACCEPT_STREAM, body);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        pause.awaitBegin();
      }
      pause.awaitInterrupt();
      assertThat(server.send(PING).status()).isEqualTo(200);
    }
  }

  @Test
  @DisplayName("S19 stopping lets running calls finish")
  void stoppingLetsRunningCallsFinish() throws Exception {
    Pause pause = new Pause();
    HttpTestServer server = server(OPTIONS, pause);
    CompletableFuture<Answer> call = CompletableFuture.supplyAsync(() -> server.send(PAUSE));
    pause.awaitBegin();
    CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::close);
    assertThatThrownBy(() -> stopped.get(600, TimeUnit.MILLISECONDS)).isNotNull();
    pause.goOn();
    assertThat(call.get(20, TimeUnit.SECONDS).status()).isEqualTo(200);
    stopped.get(20, TimeUnit.SECONDS);
    assertThatThrownBy(() -> server.send(PING)).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  @DisplayName("S19 stopping does not wait for ever")
  void stoppingDoesNotWaitForEver() throws Exception {
    Pause pause = new Pause();
    HttpTestServer server =
        server(
            OPTIONS.toBuilder()
                .receiveTimeout(LONG)
                .heartbeat(LONG)
                .stopTimeout(Duration.ofMillis(300))
                .build(),
            pause);
    CompletableFuture<Answer> call = CompletableFuture.supplyAsync(() -> server.send(PAUSE));
    pause.awaitBegin();
    CompletableFuture.runAsync(server::close).get(20, TimeUnit.SECONDS);
    pause.awaitInterrupt();
    assertThat(call.handle((answer, failure) -> true).get(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  @DisplayName("S19 a stopping server lives and is not ready; its connections end")
  void aStoppingServerIsNotReady() throws Exception {
    Pause pause = new Pause();
    HttpLifecycle life = new HttpLifecycle(Duration.ofSeconds(8), new Metrics(), false);
    HttpTestServer server = new HttpTestServer(OPTIONS, life, pause);
    assertThat(get(server, "/readyz", "any.example")).startsWith("HTTP/1.1 200").endsWith("ok");
    CompletableFuture<Answer> call = CompletableFuture.supplyAsync(() -> server.send(PAUSE));
    pause.awaitBegin();
    CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::close);
    String ready = get(server, "/readyz", "any.example");
    while (RawHttp.status(ready) == 200) {
      ready = get(server, "/readyz", "any.example");
    }
    assertThat(RawHttp.status(ready)).isEqualTo(503);
    assertThat(ready).contains("Retry-After: ").endsWith("stopping");
    assertThat(RawHttp.status(get(server, "/healthz", "any.example"))).isEqualTo(200);
    HttpResponse<String> during = server.exchange(server.request(PING));
    assertThat(during.statusCode()).isEqualTo(200);
    assertThat(during.headers().firstValue("Connection")).contains("close");
    pause.goOn();
    assertThat(call.get(20, TimeUnit.SECONDS).status()).isEqualTo(200);
    stopped.get(30, TimeUnit.SECONDS);
  }

  @Test
  @DisplayName("S19 a call that runs too long is cancelled in time to say so")
  void aCallThatIsCutOffIsAnswered() throws Exception {
    Pause pause = new Pause();
    HttpTestServer server =
        server(
            OPTIONS.toBuilder()
                .receiveTimeout(LONG)
                .heartbeat(LONG)
                .stopTimeout(Duration.ofSeconds(2))
                .build(),
            pause);
    CompletableFuture<Answer> call = CompletableFuture.supplyAsync(() -> server.send(PAUSE));
    pause.awaitBegin();
    CompletableFuture.runAsync(server::close).get(20, TimeUnit.SECONDS);
    assertThat(call.get(20, TimeUnit.SECONDS).status()).isEqualTo(200);
  }

  @Test
  void figuresAreShownWhereTheOperatorWantsThem() {
    HttpLifecycle life = new HttpLifecycle(Duration.ZERO, new Metrics(), true);
    try (HttpTestServer shown = new HttpTestServer(OPTIONS, life);
        HttpTestServer hidden = server(OPTIONS)) {
      shown.send(PING);
      assertThat(get(shown, "/metrics", "localhost"))
          .startsWith("HTTP/1.1 200")
          .contains("text/plain; version=0.0.4", "\ndragoman_http_in_flight 0\n");
      assertThat(RawHttp.status(get(shown, "/metrics", "evil.example"))).isEqualTo(403);
      assertThat(RawHttp.status(get(hidden, "/metrics", "localhost"))).isEqualTo(404);
    }
  }

  @Test
  void healthAndDocumentsAreReadable() {
    Map<String, String> documents = Map.of("/.well-known/thing", "{\"a\":1}");
    try (HttpTestServer server = server(OPTIONS.toBuilder().documents(documents).build())) {
      String health = get(server, "/healthz", "any.example");
      assertThat(health).startsWith("HTTP/1.1 200").endsWith("\r\n\r\nok");
      String document = get(server, "/.well-known/thing", "localhost");
      assertThat(document).startsWith("HTTP/1.1 200").endsWith("{\"a\":1}");
      assertThat(RawHttp.status(get(server, "/.well-known/thing", "evil.example"))).isEqualTo(403);
      assertThat(RawHttp.status(get(server, "/.well-known/", "localhost"))).isEqualTo(404);
      String post = RawHttp.post("/.well-known/thing", "Host: localhost\r\n", "{}");
      assertThat(RawHttp.status(RawHttp.exchange(server.port(), post))).isEqualTo(405);
    }
  }

  @Test
  void jettysOwnErrorsSayNoMoreThanTheStatus() {
    try (HttpTestServer server = server(OPTIONS)) {
      for (String request :
          new String[] {
            "nonsense\r\n\r\n",
            "GET /%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
            "GET / HTTP/1.1\r\nConnection: close\r\n\r\n",
          }) {
        String response = RawHttp.exchange(server.port(), request);
        assertThat(RawHttp.status(response)).isEqualTo(400);
        assertThat(response)
            .contains("application/json")
            .endsWith("}")
            .doesNotContainIgnoringCase("jetty")
            .doesNotContain("Exception", "<html");
      }
    }
  }

  @Test
  void aPortInUseIsNamed() {
    try (HttpTestServer server = server(OPTIONS)) {
      HttpOptions same = HttpOptions.onPort(server.port());
      assertThatThrownBy(() -> server(same).close())
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("Cannot listen on 127.0.0.1:" + server.port());
    }
  }

  @Test
  void senselessBoundsAreRefused() {
    assertThatThrownBy(() -> OPTIONS.toBuilder().maxBodyBytes(0).maxInFlight(1).build())
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> OPTIONS.toBuilder().maxBodyBytes(1).maxInFlight(0).build())
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @DisplayName("S1 Without a word of the operator no other address than loopback is bound")
  void unusedAddressesStayUnbound() throws Exception {
    try (HttpTransport transport =
        HttpTransport.start(OPTIONS, FixtureServer.core(), headers -> Caller.anonymous())) {
      assertThatThrownBy(() -> new Socket("127.0.0.2", transport.port()).close())
          .isInstanceOf(ConnectException.class);
    }
  }

  private static void awaitSuccess(HttpTestServer server, Message message)
      throws InterruptedException {
    Await.until("the message is accepted", () -> server.send(message).status() == 200);
  }

  private static String get(HttpTestServer server, String path, String host) {
    return RawHttp.exchange(
        server.port(),
        "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
  }
}
