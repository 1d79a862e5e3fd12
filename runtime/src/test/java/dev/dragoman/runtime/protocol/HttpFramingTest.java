package dev.dragoman.runtime.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.transport.http.HttpOptions;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Requests whose bytes break the rules of HTTP/1.1: they are answered at once, as the client's
 * error (RFC 9112), and never as a timeout, upon which a client may send again (RFC 9110, section
 * 15.5.9).
 */
class HttpFramingTest {
  private static final String POST = "POST /mcp HTTP/1.1\r\n";
  private static final String HEAD = POST + "Host: localhost\r\nContent-Type: application/json\r\n";
  private static final String CHUNKED = HEAD + "Transfer-Encoding: chunked\r\n\r\n";
  private static final Message PING = Message.in("2025-11-25").asks("ping");
  private static HttpTestServer server;

  @BeforeAll
  static void start() {
    server = new HttpTestServer();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static int statusOf(String request) {
    return RawHttp.status(RawHttp.exchange(server.port(), unescaped(request)));
  }

  private static String unescaped(String text) {
    return text.replace("CRLF", "\r\n");
  }

  @ParameterizedTest(name = "S14 a broken chunk is a bad request: {0}")
  @ValueSource(
      strings = {
        "zzCRLF{}CRLF0CRLFCRLF",
        "-2CRLF{}CRLF0CRLFCRLF",
        "0x2CRLF{}CRLF0CRLFCRLF",
        "FFFFFFFFFFFFFFFFFCRLF{}CRLF0CRLFCRLF",
        "2CRLF{}{}CRLF0CRLFCRLF",
        "2CRLF{}xxCRLF0CRLFCRLF",
        "CRLF{}CRLF0CRLFCRLF",
        "2CRLF{}CRLF CRLFCRLF"
      })
  void brokenChunks(String body) {
    long begin = System.nanoTime();
    assertThat(statusOf(CHUNKED + body)).isEqualTo(400);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    assertThat(server.send(PING).status()).isEqualTo(200);
  }

  @ParameterizedTest(name = "S14 broken headers are a bad request: {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Content-Length: 2CRLFTransfer-Encoding: chunkedCRLFCRLF2CRLF{}CRLF0CRLFCRLF",
        "Content-Length: 2CRLFContent-Length: 3CRLFCRLF{}",
        "Content-Length: 2, 3CRLFCRLF{}",
        "Content-Length: +2CRLFCRLF{}",
        "Content-Length: 0x2CRLFCRLF{}",
        "Content-Length: -2CRLFCRLF{}",
        "Content-Length: 99999999999999999999CRLFCRLF{}",
        "Content-Length:CRLFCRLF{}",
        "Transfer-Encoding: chunked, chunkedCRLFCRLF0CRLFCRLF",
        "Transfer-Encoding: chunked, gzipCRLFCRLF0CRLFCRLF",
        "Transfer-Encoding: xchunkedCRLFCRLF0CRLFCRLF",
        "X-Name : valueCRLFContent-Length: 2CRLFCRLF{}",
        "no colonCRLFContent-Length: 2CRLFCRLF{}",
        "X-Name: aCRLF bCRLFContent-Length: 2CRLFCRLF{}",
        "Host: otherCRLFContent-Length: 2CRLFCRLF{}"
      })
  void brokenHeaders(String rest) {
    assertThat(statusOf(HEAD + rest)).isEqualTo(400);
    assertThat(server.send(PING).status()).isEqualTo(200);
  }

  @ParameterizedTest(name = "S14 a broken beginning is a bad request: {0}")
  @ValueSource(
      strings = {
        "POST /mcp HTTP/1.1CRLFContent-Length: 2CRLFCRLF{}",
        "POST /mcp HTTP/1.9.1CRLFHost: localhostCRLFCRLF",
        "POST /mc\u0000p HTTP/1.1CRLFHost: localhostCRLFCRLF",
        "P(ST /mcp HTTP/1.1CRLFHost: localhostCRLFCRLF",
        "{\"jsonrpc\": \"2.0\"}CRLFCRLF"
      })
  void brokenBeginnings(String request) {
    assertThat(statusOf(request)).isIn(400, 505);
    assertThat(server.send(PING).status()).isEqualTo(200);
  }

  @ParameterizedTest(name = "S14 a body that ends before its end is a bad request: {0}")
  @ValueSource(strings = {HEAD + "Content-Length: 100\r\n\r\n{}", CHUNKED + "a\r\n{}"})
  void bodiesThatEndEarly(String request) throws Exception {
    try (Socket socket = RawHttp.open(server.port())) {
      socket.getOutputStream().write(request.getBytes(UTF_8));
      socket.shutdownOutput();
      String response = new String(socket.getInputStream().readAllBytes(), UTF_8);
      assertThat(RawHttp.status(response)).isEqualTo(400);
    }
  }

  @Test
  @DisplayName("S14 only a body that does not arrive in time is a timeout")
  void timeoutsStayTimeouts() {
    HttpOptions hasty =
        HttpOptions.builder()
            .receiveTimeout(Duration.ofMillis(300))
            .heartbeat(Duration.ofSeconds(5))
            .stopTimeout(Duration.ofSeconds(1))
            .build();
    try (HttpTestServer impatient = new HttpTestServer(hasty, headers -> Caller.anonymous())) {
      String response = RawHttp.exchange(impatient.port(), CHUNKED + "a\r\n{");
      assertThat(RawHttp.status(response)).isEqualTo(408);
    }
  }
}
