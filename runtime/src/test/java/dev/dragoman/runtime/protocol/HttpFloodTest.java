package dev.dragoman.runtime.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.transport.http.HttpOptions;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many slow and idle clients, and the others, who must not notice. */
class HttpFloodTest {
  private static final Path SLOWHTTPTEST = Path.of("/usr/bin/slowhttptest");
  private static final Message PING = Message.in("2025-11-25").asks("ping");
  private static final String HEAD =
      "POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
  private static final int SLOW = 300;

  private final List<Socket> sockets = new ArrayList<>();

  @AfterEach
  void close() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  private static HttpTestServer server(Duration receive) {
    Duration usual = Duration.ofSeconds(5);
    return new HttpTestServer(
        HttpOptions.builder()
            .maxBodyBytes(4 * 1024 * 1024)
            .maxInFlight(16)
            .receiveTimeout(receive)
            .heartbeat(usual)
            .stopTimeout(usual)
            .build(),
        headers -> Caller.anonymous());
  }

  @ParameterizedTest(name = "S14 beside clients that send {0} slowly all others succeed")
  @CsvSource({
    "nothing, ''",
    "headers, 'POST /mcp HTTP/1.1\r\nHost: local'",
    "a body, 'LENGTH: 100000\r\n\r\n{'"
  })
  void goodCallersSucceed(String what, String beginning) throws IOException {
    try (HttpTestServer server = server(Duration.ofSeconds(60))) {
      for (int count = 0; count < SLOW; count++) {
        open(server, beginning.replace("LENGTH", HEAD + "Content-Length"));
      }
      for (int call = 0; call < 100; call++) {
        assertThat(server.send(PING).status()).isEqualTo(200);
      }
    }
  }

  private Socket open(HttpTestServer server, String beginning) throws IOException {
    Socket socket = RawHttp.open(server.port());
    sockets.add(socket);
    socket.getOutputStream().write(beginning.getBytes(UTF_8));
    return socket;
  }

  @Test
  @DisplayName("S14 headers that drip are given up")
  void headersThatDripAreGivenUp() throws Exception {
    try (HttpTestServer server = server(Duration.ofSeconds(1))) {
      Socket socket = open(server, "POST /mcp HTTP/1.1\r\nX-Slow: ");
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
      boolean open = true;
      while (open && System.nanoTime() < end) {
        Thread.sleep(100);
        open = drips(socket);
      }
      assertThat(open).isFalse();
      assertThat(server.send(PING).status()).isEqualTo(200);
    }
  }

  private static boolean drips(Socket socket) {
    try {
      socket.getOutputStream().write('x');
      return true;
    } catch (IOException ended) {
      return false;
    }
  }

  @Test
  @DisplayName("S14 slowhttptest, where it is installed: headers, body and reading")
  void slowhttptest() throws Exception {
    assumeTrue(Files.isExecutable(SLOWHTTPTEST), "slowhttptest is not installed");
    try (HttpTestServer server = server(Duration.ofSeconds(5))) {
      for (String mode : List.of("-H", "-B", "-X")) {
        Process attack =
            new ProcessBuilder(
                    SLOWHTTPTEST.toString(),
                    mode,
                    "-c",
                    "500",
                    "-r",
                    "250",
                    "-i",
                    "1",
                    "-l",
                    "4",
                    "-t",
                    "POST",
                    "-u",
                    server.uri().toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        int calls = 0;
        while (attack.isAlive() || calls < 10) {
          assertThat(server.send(PING).status()).as(mode).isEqualTo(200);
          calls++;
        }
      }
    }
  }
}
