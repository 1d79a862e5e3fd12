package dev.dragoman.runtime.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.auth.AccessRefusedException;
import dev.dragoman.runtime.transport.http.HttpOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Requests that are refused while their body is still being sent. A client that sends all of it
 * before it reads receives the response nevertheless: closing the connection at once would reset it
 * (RFC 9112, section 9.6).
 */
class HttpUnreadBodyTest {
  private static final int BODY = 6 * 1024 * 1024;
  private static final byte[] PIECE = " ".repeat(64 * 1024).getBytes(StandardCharsets.UTF_8);
  private static final String JSON = "Content-Type: application/json\r\n";
  private static HttpTestServer server;
  private static HttpTestServer closed;

  @BeforeAll
  static void start() {
    server = new HttpTestServer();
    closed =
        new HttpTestServer(
            HttpOptions.onPort(0),
            headers -> {
              throw new AccessRefusedException(401, "Bring a key.", Optional.of("Bearer"));
            });
  }

  @AfterAll
  static void stop() {
    server.close();
    closed.close();
  }

  /** The response to a body of this length, of which most is sent after the refusal. */
  private static String response(int port, String head, int length) throws IOException {
    try (Socket socket = RawHttp.open(port)) {
      OutputStream out = socket.getOutputStream();
      out.write(head.getBytes(StandardCharsets.UTF_8));
      out.write(PIECE);
      pause();
      for (int sent = PIECE.length; sent < length; sent += PIECE.length) {
        out.write(PIECE);
      }
      return new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(300);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest(name = "S15 {0} for {1} with {2}")
  @CsvSource({
    "413, POST /mcp, Content-Type: application/json",
    "415, POST /mcp, Content-Type: text/plain",
    "404, POST /mpc, Content-Type: application/json",
    "405, PUT /mcp, Content-Type: application/json",
    "403, POST /mcp, Origin: https://elsewhere.example"
  })
  void theRefusalArrives(int status, String line, String header) throws Exception {
    String head = line + " HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n";
    String response = response(server.port(), head + "Content-Length: " + BODY + "\r\n\r\n", BODY);

    assertThat(RawHttp.status(response)).isEqualTo(status);
  }

  @Test
  @DisplayName("S15 the refusal of a body of unknown length arrives")
  void aChunkedBody() throws Exception {
    String head = "POST /mcp HTTP/1.1\r\nHost: localhost\r\n" + JSON;
    String chunked = head + "Transfer-Encoding: chunked\r\n\r\n600000\r\n";

    assertThat(RawHttp.status(response(server.port(), chunked, BODY))).isEqualTo(413);
  }

  @Test
  @DisplayName("S15 the refusal of a caller with a long body arrives")
  void anInadmissibleCaller() throws Exception {
    String head = "POST /mcp HTTP/1.1\r\nHost: localhost\r\n" + JSON;
    String whole = head + "Content-Length: " + BODY + "\r\n\r\n";

    assertThat(RawHttp.status(response(closed.port(), whole, BODY))).isEqualTo(401);
  }

  @Test
  @DisplayName("S14 a connection does not stay open for a body that does not end")
  void aBodyWithoutEnd() throws Exception {
    try (Socket socket = RawHttp.open(server.port())) {
      String head = "POST /mpc HTTP/1.1\r\nHost: localhost\r\nContent-Length: 999999999\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
      assertThat(RawHttp.readStatus(socket)).isEqualTo(404);
      long begin = System.nanoTime();
      boolean open = true;
      while (open && System.nanoTime() - begin < Duration.ofSeconds(20).toNanos()) {
        Thread.sleep(100);
        open = accepts(socket);
      }
      assertThat(open).isFalse();
    }
  }

  private static boolean accepts(Socket socket) {
    try {
      socket.getOutputStream().write(' ');
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
