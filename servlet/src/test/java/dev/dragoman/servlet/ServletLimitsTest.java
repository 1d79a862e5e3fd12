package dev.dragoman.servlet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Await;
import dev.dragoman.runtime.app.McpClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is refused, and what slow or absent clients cost. */
class ServletLimitsTest {
  private static final String HEAD =
      "Host: 127.0.0.1\r\nAccept: application/json, text/event-stream\r\n";
  private static final String JSON = HEAD + "Content-Type: application/json\r\n";
  private static final String LIST =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":{}}";

  @TempDir Path folder;

  private static String send(int port, String request) throws IOException {
    try (Socket socket = open(port)) {
      socket.getOutputStream().write(request.getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  private static Socket open(int port) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(20_000);
    return socket;
  }

  private static String post(String headers, String body) {
    return "POST /mcp HTTP/1.1\r\n%sContent-Length: %d\r\nConnection: close\r\n\r\n%s"
        .formatted(headers, body.length(), body);
  }

  private static String head(Container.Kind kind, Container container, String request)
      throws IOException {
    String response = send(container.port(), request);
    assertThat(response).as(kind + " never shows a page").doesNotContain("<html");
    return response;
  }

  @ParameterizedTest
  @EnumSource
  void refusesAsOnItsOwnSocket(Container.Kind kind) throws Exception {
    try (Container container = kind.start(new Tracker(folder).servlet())) {
      assertThat(head(kind, container, post(JSON, LIST))).startsWith("HTTP/1.1 200");
      assertThat(head(kind, container, post(JSON + "Origin: https://evil.example\r\n", LIST)))
          .startsWith("HTTP/1.1 403")
          .contains("{\"error\":\"Forbidden\"");
      assertThat(head(kind, container, post(JSON.replace("127.0.0.1", "evil.example"), LIST)))
          .startsWith("HTTP/1.1 403");
      assertThat(head(kind, container, post(HEAD + "Content-Type: text/plain\r\n", LIST)))
          .startsWith("HTTP/1.1 415");
      assertThat(head(kind, container, post(JSON, "{"))).startsWith("HTTP/1.1 400");
      for (String method : List.of("GET", "DELETE", "PUT")) {
        assertThat(
                head(
                    kind,
                    container,
                    method + " /mcp HTTP/1.1\r\n" + HEAD + "Connection: close\r\n\r\n"))
            .startsWith("HTTP/1.1 405")
            .contains("Allow: POST");
      }
      assertThat(head(kind, container, preflight())).startsWith("HTTP/1.1 204");
      assertThat(head(kind, container, post(JSON, "{\"jsonrpc\":\"2.0\",\"method\":\"x\"}")))
          .startsWith("HTTP/1.1 202");
    }
  }

  private static String preflight() {
    return "OPTIONS /mcp HTTP/1.1\r\n"
        + HEAD
        + "Origin: http://localhost:3000\r\nAccess-Control-Request-Method: POST\r\n"
        + "Connection: close\r\n\r\n";
  }

  @ParameterizedTest
  @CsvSource({
    "TOMCAT, 'Content-Length: 4194305', 413",
    "JETTY, 'Content-Length: 4194305', 413",
    "TOMCAT, 'Transfer-Encoding: chunked', 413",
    "JETTY, 'Transfer-Encoding: chunked', 413",
  })
  void aBodyBeyondTheLimitIsRefused(Container.Kind kind, String framing, String status)
      throws Exception {
    try (Container container = kind.start(new Tracker(folder).servlet());
        Socket socket = open(container.port())) {
      socket
          .getOutputStream()
          .write(("POST /mcp HTTP/1.1\r\n" + JSON + framing + "\r\n\r\n").getBytes(UTF_8));
      if (framing.contains("chunked")) {
        byte[] chunk = ("10000\r\n" + " ".repeat(0x10000) + "\r\n").getBytes(UTF_8);
        for (int sent = 0; sent < 65; sent++) {
          socket.getOutputStream().write(chunk);
        }
      }
      assertThat(new String(socket.getInputStream().readNBytes(12), UTF_8))
          .isEqualTo("HTTP/1.1 " + status);
      assertThat(new McpClient(container.mcp()).tool("much", "{}")).hasSize(39_000);
    }
  }

  @ParameterizedTest
  @EnumSource
  void slowBodiesHoldNoThreads(Container.Kind kind) throws Exception {
    List<Socket> slow = new ArrayList<>();
    try (Container container = kind.start(new Tracker(folder).servlet())) {
      for (int count = 0; count < 4 * Container.THREADS; count++) {
        Socket socket = open(container.port());
        slow.add(socket);
        socket
            .getOutputStream()
            .write(
                ("POST /mcp HTTP/1.1\r\n" + JSON + "Content-Length: 100\r\n\r\n{").getBytes(UTF_8));
      }
      assertThat(new McpClient(container.mcp()).tool("much", "{}")).hasSize(39_000);
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void runningCallsHoldNoThreadsOfTheContainerAndAreLimited(Container.Kind kind) throws Exception {
    Tracker tracker = new Tracker(folder);
    int limit = 2 * Container.THREADS + 4;
    McpServlet servlet = tracker.servlet("--max-in-flight", String.valueOf(limit));
    try (Container container = kind.start(servlet)) {
      List<CompletableFuture<HttpResponse<String>>> waiting = new ArrayList<>();
      for (int count = 0; count < limit; count++) {
        McpClient client = new McpClient(container.mcp(), "Authorization", "Bearer k" + count % 8);
        waiting.add(
            CompletableFuture.supplyAsync(
                () -> call(client, "wait"), task -> new Thread(task).start()));
      }
      Await.until(
          () -> "all are running: " + servlet.metrics(),
          () -> servlet.metrics().contains("dragoman_http_in_flight " + limit));
      assertThat(new McpClient(container.mcp()).get("/page").body()).isEqualTo("own page");
      HttpResponse<String> refused = call(new McpClient(container.mcp()), "much");
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
      tracker.released.countDown();
      for (CompletableFuture<HttpResponse<String>> one : waiting) {
        assertThat(one.get(20, TimeUnit.SECONDS).body()).contains("waited");
      }
      assertThat(call(new McpClient(container.mcp()), "much").statusCode()).isEqualTo(200);
    }
  }

  private static HttpResponse<String> call(McpClient client, String tool) {
    try {
      return client.post(McpClient.call(tool, "{}"));
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLongCallIsAStreamWithHeartbeats(Container.Kind kind) throws Exception {
    Tracker tracker = new Tracker(folder);
    try (Container container = kind.start(tracker.servlet());
        Socket socket = open(container.port())) {
      socket.getOutputStream().write(post(JSON, McpClient.call("wait", "{}")).getBytes(UTF_8));
      StringBuilder received = new StringBuilder();
      while (received.indexOf(":\n\n") < 0) {
        received.append((char) socket.getInputStream().read());
      }
      assertThat(received)
          .startsWith("HTTP/1.1 200")
          .contains("text/event-stream")
          .doesNotContain("waited");
      tracker.released.countDown();
      assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
          .contains("event: message\ndata: {")
          .contains("waited");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aClientThatGoesAwayEndsItsCall(Container.Kind kind) throws Exception {
    Tracker tracker = new Tracker(folder);
    try (Container container = kind.start(tracker.servlet())) {
      try (Socket socket = open(container.port())) {
        socket.getOutputStream().write(post(JSON, McpClient.call("wait", "{}")).getBytes(UTF_8));
        assertThat(tracker.started.await(20, TimeUnit.SECONDS)).isTrue();
        socket.setSoLinger(true, 0);
      }
      assertThat(tracker.interrupted.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(new McpClient(container.mcp()).tool("much", "{}")).hasSize(39_000);
    }
  }

  @ParameterizedTest
  @EnumSource
  void stoppingEndsStreams(Container.Kind kind) throws Exception {
    Tracker tracker = new Tracker(folder);
    Container container = kind.start(tracker.servlet());
    try (Socket socket = open(container.port())) {
      socket.getOutputStream().write(post(JSON, McpClient.call("wait", "{}")).getBytes(UTF_8));
      assertThat(tracker.started.await(20, TimeUnit.SECONDS)).isTrue();
      long start = System.nanoTime();
      container.close();
      assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start)).isLessThan(15);
      assertThat(tracker.interrupted.await(1, TimeUnit.SECONDS)).isTrue();
    }
  }
}
