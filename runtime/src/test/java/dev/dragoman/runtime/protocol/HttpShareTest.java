package dev.dragoman.runtime.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Await;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Secret;
import dev.dragoman.runtime.auth.CallerResolver;
import dev.dragoman.runtime.transport.http.HttpOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one caller can take of a server, and what is left for the others. */
class HttpShareTest {
  private static final int BODY = 64 * 1024;
  private static final int PLACES = 8;
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final String HEAD =
      "POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
  private static final Message PING = Message.in("2025-03-26").asks("ping");
  private static final Message PAUSE = Message.in("2026-07-28").calls("pause", "{}");

  /** A caller for each key; without one, an anonymous caller. */
  private static final CallerResolver BY_KEY =
      headers ->
          headers.all("X-Key").stream()
              .findFirst()
              .map(
                  key ->
                      new Caller(
                          AccessMode.FULL_ACCESS,
                          AuthMode.USER,
                          Optional.empty(),
                          Optional.of(Secret.of(key))))
              .orElseGet(Caller::anonymous);

  private final List<Socket> sockets = new ArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void close() throws IOException {
    threads.shutdownNow();
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  private static HttpTestServer server(Pause... pause) {
    return new HttpTestServer(
        HttpOptions.builder()
            .maxBodyBytes(BODY)
            .maxInFlight(PLACES)
            .receiveTimeout(LONG)
            .heartbeat(LONG)
            .stopTimeout(Duration.ofSeconds(2))
            .build(),
        BY_KEY,
        pause);
  }

  private Socket send(HttpTestServer server, String from, String text) throws IOException {
    Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), server.port(), InetAddress.getByName(from), 0);
    socket.setSoTimeout(20_000);
    sockets.add(socket);
    socket.getOutputStream().write(text.getBytes(UTF_8));
    return socket;
  }

  private static String key(String key) {
    return key.isEmpty() ? "" : "X-Key: " + key + "\r\n";
  }

  private static String half(String key, int length) {
    return HEAD + key(key) + "Content-Length: " + BODY + "\r\n\r\n" + " ".repeat(length);
  }

  /** The status of a ping in a message of this length. */
  private int ping(HttpTestServer server, String key, int length) throws IOException {
    String body = " ".repeat(length - PING.text().length()) + PING.text();
    String request = RawHttp.post("/mcp", HEAD.substring(HEAD.indexOf('\n') + 1) + key(key), body);
    try (Socket socket = send(server, "127.0.0.1", request)) {
      return RawHttp.readStatus(socket);
    }
  }

  /** Sends halves of bodies until one is refused. */
  private void exhaust(HttpTestServer server, String from, String key, int length)
      throws IOException {
    for (int count = 0; count < 200; count++) {
      Socket socket = send(server, from, half(key.replace("N", "" + count), length));
      socket.setSoTimeout(30);
      try {
        assertThat(RawHttp.status(new String(socket.getInputStream().readNBytes(12), UTF_8)))
            .isEqualTo(503);
        return;
      } catch (SocketTimeoutException held) {
        // There was room for it.
      }
    }
    throw new AssertionError("bodies without an end are held");
  }

  @ParameterizedTest(name = "S14 beside half bodies of {1} bytes from {0}, others have room")
  @CsvSource({"one caller, 60000, one", "many callers, 60000, number N", "one caller, 20000, one"})
  void othersHaveRoom(String who, int length, String key) throws IOException {
    try (HttpTestServer server = server()) {
      exhaust(server, "127.0.0.1", key, length);
      for (int call = 0; call < 100; call++) {
        assertThat(ping(server, "good", 4_000)).isEqualTo(200);
        assertThat(ping(server, "", 4_000)).as("anonymous").isEqualTo(200);
      }
      if (!key.contains("N")) {
        assertThat(ping(server, "good", BODY)).as("a body of full size").isEqualTo(200);
        assertThat(ping(server, key, 4_000)).as("the sender's own small ones").isEqualTo(200);
      }
    }
  }

  @Test
  @DisplayName("S14 anonymous callers of one network leave room to those of others")
  void networksHaveRoom() throws IOException {
    try (HttpTestServer server = server()) {
      exhaust(server, "127.0.0.2", "", 60_000);
      assertThat(ping(server, "", BODY)).isEqualTo(200);
    }
  }

  @Test
  @DisplayName("S14 memory of bodies is free again when their connections are closed")
  void closedConnectionsFreeMemory() throws Exception {
    try (HttpTestServer server = server()) {
      for (int round = 0; round < 3; round++) {
        exhaust(server, "127.0.0.1", "one", 60_000);
        for (Socket socket : sockets) {
          socket.close();
        }
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        int status = 503;
        while (status != 200 && System.nanoTime() < end) {
          status = ping(server, "one", BODY);
        }
        assertThat(status).isEqualTo(200);
      }
    }
  }

  @ParameterizedTest(name = "S14 one caller ({0}) cannot have all places for calls")
  @CsvSource({"'', 127.0.0.2", "one, 127.0.0.1", "two, 127.0.0.2"})
  void placesAreLeft(String key, String from) throws Exception {
    Pause pause = new Pause();
    try (HttpTestServer server = server(pause)) {
      List<CompletableFuture<Integer>> statuses = new ArrayList<>();
      for (int call = 0; call < PLACES; call++) {
        Socket socket = send(server, from, call(key));
        statuses.add(CompletableFuture.supplyAsync(() -> RawHttp.readStatus(socket), threads));
      }
      awaitDone(statuses, PLACES / 4);
      for (int call = 0; call < 50; call++) {
        assertThat(ping(server, "good", 4_000)).isEqualTo(200);
      }
      pause.goOn();
      List<Integer> all = new ArrayList<>();
      for (CompletableFuture<Integer> status : statuses) {
        all.add(status.get(20, TimeUnit.SECONDS));
      }
      assertThat(all).filteredOn(status -> status == 503).hasSize(PLACES / 4);
      assertThat(all).filteredOn(status -> status == 200).hasSize(PLACES - PLACES / 4);
      assertThat(ping(server, key, 4_000)).as("places are free again").isEqualTo(200);
    }
  }

  private static String call(String key) {
    String headers =
        HEAD.substring(HEAD.indexOf('\n') + 1)
            + key(key)
            + "Accept: application/json\r\nMCP-Protocol-Version: 2026-07-28\r\n"
            + "Mcp-Method: tools/call\r\nMcp-Name: pause\r\n";
    return RawHttp.post("/mcp", headers, PAUSE.text());
  }

  private static void awaitDone(List<CompletableFuture<Integer>> statuses, int enough)
      throws InterruptedException {
    Await.until(
        "calls beyond a share are refused",
        () -> statuses.stream().filter(CompletableFuture::isDone).count() >= enough);
  }
}
