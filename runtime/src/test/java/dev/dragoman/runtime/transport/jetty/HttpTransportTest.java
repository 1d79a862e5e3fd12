package dev.dragoman.runtime.transport.jetty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.mcp.McpCore;
import dev.dragoman.runtime.mcp.ServerInfo;
import dev.dragoman.runtime.mcp.fixture.FixtureTool;
import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.transport.http.HttpOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The server's own Jetty, spoken to byte by byte. */
class HttpTransportTest {
  private static final McpCore CORE =
      new McpCore(
          new ServerInfo("a", "A", "1", ""),
          List.of(
              FixtureTool.named("echo", call -> CallToolResult.text(call.arguments().toString()))));

  private final HttpTransport server = start(0);

  private static HttpTransport start(int port) {
    HttpOptions options =
        HttpOptions.builder()
            .port(port)
            .maxBodyBytes(10_000)
            .stopTimeout(Duration.ofMillis(400))
            .build();
    return HttpTransport.start(options, CORE, headers -> Caller.anonymous());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** Sends bytes, with LF for CRLF, and reads until the server closes the connection. */
  private String exchange(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(20_000);
      socket
          .getOutputStream()
          .write(request.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String get(String path, String... headers) {
    return "GET "
        + path
        + " HTTP/1.1\nHost: localhost\nConnection: close\n"
        + String.join("\n", headers)
        + (headers.length == 0 ? "\n" : "\n\n");
  }

  /**
   * Errors of HTTP are JSON as well: a status in words, and nothing of the server or the request.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET /healthz HTTP/1.1                            | 400
          GET /healthz HTTP/9.9                            | 505
          GET healthz HTTP/1.1;Host: localhost             | 400
          G\u00e9T / HTTP/1.1;Host: localhost              | 400
          GET /mcp/%2e%2e/x HTTP/1.1;Host: localhost       | 400
          GET /mcp%2freadonly HTTP/1.1;Host: localhost     | 400
          GET /%zz HTTP/1.1;Host: localhost                | 400
          GET / HTTP/1.1;Host: localhost;Host: localhost   | 400
          GET / HTTP/1.1;Host: localhost;Content-Length: x | 400
          GET / HTTP/1.1;Host: localhost;Bad Header: x     | 400
          GET / HTTP/1.1;Host: localhost;X: a\u0000b       | 400
          POST /mcp HTTP/1.1;Host: localhost;Content-Length: 1;Transfer-Encoding: chunked | 400
          GET / HTTP/1.1;Host: evil.test                   | 403
          GET /nothing HTTP/1.1;Host: localhost            | 404
          """)
  void whatIsWrongIsSaidInJson(String request, int status) throws IOException {
    String response = exchange(request.replace(";", "\n") + "\nConnection: close\n\n");
    assertThat(response).startsWith("HTTP/1.1 " + status + " ");
    assertThat(response.replaceAll("(?s).*\r\n\r\n", "")).matches("\\{\"error\":\"[^<>]+\"}");
    assertThat(response)
        .containsIgnoringCase("Content-Type: application/json")
        .doesNotContainIgnoringCase("jetty")
        .doesNotContain("Exception", "\tat ");
  }

  @Test
  void headersAreBounded() throws IOException {
    assertThat(exchange(get("/healthz", "X: " + "x".repeat(12_000)))).startsWith("HTTP/1.1 200 ");
    String refused = exchange(get("/healthz", "X: " + "x".repeat(20_000)));
    assertThat(refused).startsWith("HTTP/1.1 431 ").contains("{\"error\":\"").doesNotContain("xxx");
  }

  @ParameterizedTest
  @CsvSource({"10000, 200", "10001, 413"})
  void bodiesAreBounded(int length, int status) throws IOException {
    String call =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"echo\",\"arguments\":{\"a\":\"@\"}}}";
    String body = call.replace("@", "x".repeat(length - call.length() + 1));
    String head =
        "POST /mcp HTTP/1.1\nHost: localhost\nConnection: close\nContent-Type: application/json\n";
    assertThat(exchange(head + "Content-Length: " + length + "\n\n" + body))
        .as("with its length")
        .startsWith("HTTP/1.1 " + status + " ");
    String chunk = Integer.toHexString(length) + "\n" + body + "\n0\n\n";
    assertThat(exchange(head + "Transfer-Encoding: chunked\n\n" + chunk))
        .as("without it")
        .startsWith("HTTP/1.1 " + status + " ");
  }

  /** Connections are kept, also after a refusal whose body nobody wanted. */
  @Test
  void oneConnectionServesManyRequests() throws IOException {
    String refused = "POST /nothing HTTP/1.1\nHost: localhost\nContent-Length: 5\n\nabcde";
    String good = "GET /healthz HTTP/1.1\nHost: localhost\n\n";
    String all = exchange(good + refused + refused + good + get("/healthz"));
    assertThat(all.split("HTTP/1\\.1 ", -1))
        .extracting(part -> part.isEmpty() ? "" : part.substring(0, 3))
        .containsExactly("", "200", "404", "404", "200", "200");
  }

  @Test
  void anAddressInUseIsNamed() {
    assertThatThrownBy(() -> start(server.port()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("Cannot listen on 127.0.0.1:" + server.port() + ": ");
  }

  @Test
  void aStoppedServerIsGoneAndMayBeStoppedAgain() throws Exception {
    assertThat(exchange(get("/healthz"))).endsWith("ok");
    server.close();
    server.close();
    server.join();
    assertThatThrownBy(() -> exchange(get("/healthz"))).isInstanceOf(IOException.class);
  }
}
