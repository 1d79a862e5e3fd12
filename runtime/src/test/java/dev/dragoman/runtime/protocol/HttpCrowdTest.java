package dev.dragoman.runtime.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.mcp.fixture.AskingTools;
import dev.dragoman.runtime.mcp.fixture.FixtureTool;
import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.mcp.tool.InputRequest;
import dev.dragoman.runtime.mcp.tool.McpTool;
import dev.dragoman.runtime.transport.http.HttpOptions;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Which connections end early, and that none does on which a call is under way. */
class HttpCrowdTest {
  private static final Duration BEAT = Duration.ofMillis(100);
  private static final Duration STOP = Duration.ofSeconds(2);
  private static final String HEAD =
      "POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
  private static final Message PING = Message.in("2025-11-25").asks("ping");

  /** As many as make the server give connections up early, and some. */
  private static final int CROWD = 1_150;

  private final List<Socket> sockets = new ArrayList<>();

  @AfterEach
  void close() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  private static HttpTestServer server(Duration receive, McpTool... tools) {
    return new HttpTestServer(
        HttpOptions.builder().receiveTimeout(receive).heartbeat(BEAT).stopTimeout(STOP).build(),
        headers -> Caller.anonymous(),
        tools);
  }

  /** A tool that takes this long. */
  private static McpTool slow(Duration time) {
    return FixtureTool.named(
        "slow",
        call -> {
          try {
            Thread.sleep(time.toMillis());
            return CallToolResult.text("done");
          } catch (InterruptedException e) {
            return CallToolResult.error("cut");
          }
        });
  }

  private Socket open(HttpTestServer server, String from, String text) throws IOException {
    Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), server.port(), InetAddress.getByName(from), 0);
    socket.setSoTimeout(20_000);
    sockets.add(socket);
    socket.getOutputStream().write(text.getBytes(UTF_8));
    return socket;
  }

  private static String callOfSlow(String accept) {
    String body = Message.in("2025-11-25").calls("slow", "{}").text();
    return HEAD
        + "Accept: %s\r\nMCP-Protocol-Version: 2025-11-25\r\n".formatted(accept)
        + "Content-Length: %d\r\nConnection: close\r\n\r\n%s".formatted(body.length(), body);
  }

  private static String rest(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), UTF_8);
  }

  @ParameterizedTest(
      name = "S14 a call that outlasts every limit for idle connections ends well: {0}")
  @ValueSource(strings = {"application/json, text/event-stream", "application/json"})
  void aLongCallEndsWell(String accept) throws Exception {
    try (HttpTestServer server = server(Duration.ofSeconds(1), slow(Duration.ofSeconds(4)))) {
      assertThat(rest(open(server, "127.0.0.1", callOfSlow(accept)))).contains("done");
    }
  }

  @Test
  @DisplayName("S14 a question may wait longer than a connection may be idle")
  void aQuestionMayWait() throws Exception {
    InputRequest question =
        InputRequest.elicitation(
            "Go on?", (ObjectNode) JsonMapper.shared().readTree("{\"type\": \"object\"}"));
    McpTool asking = AskingTools.asking("asks", Map.of("q", question));
    try (HttpTestServer server = server(Duration.ofSeconds(1), asking)) {
      LegacyHttpClient client =
          LegacyHttpClient.connect(server, "2025-11-25", "", "{\"elicitation\": {}}");
      LegacyHttpClient.Reply call = client.call("asks");
      JsonNode asked = call.next();
      TimeUnit.SECONDS.sleep(4);
      assertThat(client.answer(asked.get("id"), "{\"action\": \"accept\", \"content\": {}}"))
          .isEqualTo(202);
      assertThat(call.next().at("/result/content/0/text").asString("")).startsWith("Replies");
    }
  }

  @Test
  @DisplayName("S14 in a crowd of idle connections calls under way end well")
  void aCallInACrowdEndsWell() throws Exception {
    try (HttpTestServer server = server(Duration.ofSeconds(30), slow(Duration.ofSeconds(5)))) {
      Socket streamed = open(server, "127.0.0.1", callOfSlow("text/event-stream"));
      Socket whole = open(server, "127.0.0.1", callOfSlow("application/json"));
      for (int count = 0; count < CROWD; count++) {
        open(server, "127.0.0.1", "");
      }
      assertThat(rest(streamed)).contains("done");
      assertThat(rest(whole)).contains("done");
    }
  }

  @ParameterizedTest(name = "S14 a crowd of \"{0}\" costs the crowd its connections, not others")
  @ValueSource(strings = {"", "POST /mcp HTTP/1.1\r\nX: ", HEAD + "Content-Length: 9\r\n\r\n{"})
  void othersKeepTheirConnections(String beginning) throws Exception {
    try (HttpTestServer server = server(Duration.ofSeconds(30))) {
      Socket other = open(server, "127.0.0.2", "");
      for (int count = 0; count < CROWD; count++) {
        open(server, "127.0.0.1", beginning);
      }
      CompletableFuture<Integer> ended =
          CompletableFuture.supplyAsync(() -> awaitEnd(CROWD - 1_000));
      assertThat(ended.get(20, TimeUnit.SECONDS)).isGreaterThanOrEqualTo(CROWD - 1_000);
      assertThat(hasEnded(other)).isFalse();
      assertThat(server.send(PING).status()).isEqualTo(200);
    }
  }

  private int awaitEnd(int enough) {
    int ended = 0;
    while (ended < enough) {
      ended = (int) sockets.stream().filter(HttpCrowdTest::hasEnded).count();
    }
    return ended;
  }

  private static boolean hasEnded(Socket socket) {
    try {
      socket.setSoTimeout(1);
      InputStream in = socket.getInputStream();
      return in.read() < 0;
    } catch (SocketTimeoutException open) {
      return false;
    } catch (IOException cut) {
      return true;
    }
  }

  @Test
  @DisplayName("S14 an answer that nobody reads holds its connection for a while only")
  void unreadAnswersAreGivenUp() throws Exception {
    McpTool large =
        FixtureTool.named("slow", call -> CallToolResult.text("x".repeat(8 * 1024 * 1024)));
    try (HttpTestServer server = server(Duration.ofSeconds(1), large)) {
      Socket socket = open(server, "127.0.0.1", callOfSlow("application/json"));
      TimeUnit.SECONDS.sleep(3);
      assertThat(lengthOrCut(socket)).isLessThan(8 * 1024 * 1024);
      assertThat(server.send(PING).status()).isEqualTo(200);
    }
  }

  private static int lengthOrCut(Socket socket) {
    int length = 0;
    byte[] buffer = new byte[65_536];
    try {
      for (int n = 0; n >= 0; n = socket.getInputStream().read(buffer)) {
        length += n;
      }
    } catch (IOException cut) {
      return length;
    }
    return length;
  }
}
