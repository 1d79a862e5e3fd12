package dev.dragoman.runtime.app;

import static dev.dragoman.runtime.app.OwnTool.definition;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.extension.Tool;
import dev.dragoman.runtime.extension.ToolResult;
import dev.dragoman.runtime.tool.TrackerApi;
import dev.dragoman.runtime.tool.TrackerResources;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The progress of tools, as clients see it. */
class ToolProgressTest {
  private static final String CALL =
      "{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"tools/call\",\"params\":{\"name\":\"%s\",\"arguments\":{}%s}}";
  private static final String TOKEN = ",\"_meta\":{\"progressToken\":%s}";

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    TrackerResources.write(folder);
  }

  /** Three steps, with values that do not increase or are not numbers in between. */
  private static Tool steps() {
    return new OwnTool(
        definition("steps").build(),
        (in, context) -> {
          context.progress(1, 3, "one");
          context.progress(1, 3, "one again");
          context.progress(0, 3, "back");
          context.progress(Double.NaN, 3, "nothing");
          Thread.sleep(150);
          context.progress(2, "two\u202e" + "!".repeat(500));
          Thread.sleep(150);
          context.progress(3, 3, "");
          return ToolResult.text("done");
        });
  }

  private static Tool flood() {
    return new OwnTool(
        definition("flood").build(),
        (in, context) -> {
          for (int i = 1; i <= 100_000; i++) {
            context.progress(i, 100_000, "step " + i);
          }
          return ToolResult.text("done");
        });
  }

  /** Reports from a thread that outlives the call. */
  private static Tool leftover() {
    return new OwnTool(
        definition("leftover").build(),
        (in, context) -> {
          Thread late =
              new Thread(
                  () -> {
                    for (int i = 1; i < 50 && !Thread.currentThread().isInterrupted(); i++) {
                      try {
                        Thread.sleep(20);
                      } catch (InterruptedException e) {
                        return;
                      }
                      context.progress(i, "late");
                    }
                  });
          late.setDaemon(true);
          late.start();
          return ToolResult.text("done");
        });
  }

  private RunningApp running() throws InterruptedException {
    return new RunningApp(
        TrackerApi.definition(TrackerResources.anchorIn(folder)).build(),
        new Extensions(List.of(steps(), flood(), leftover()), List.of(), null, null),
        Map.of(),
        List.of("--port", "0", "--feedback", "off", "--stop-delay", "0", "--mock"));
  }

  /** The messages of a response: events, or the only one. */
  private static List<JsonNode> messages(HttpResponse<String> response) {
    String body = response.body();
    Stream<String> json =
        body.startsWith("{")
            ? Stream.of(body)
            : body.lines().filter(line -> line.startsWith("data: ")).map(line -> line.substring(6));
    return json.map(text -> JsonMapper.shared().readTree(text)).toList();
  }

  @Test
  void aCallWithATokenIsAStreamOfIncreasingValues() throws Exception {
    try (RunningApp server = running()) {
      List<JsonNode> messages =
          messages(server.client().post(CALL.formatted("steps", TOKEN.formatted("\"t-1\""))));
      assertThat(messages).hasSize(4);
      assertThat(messages.get(0).toString())
          .isEqualTo(
              "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\",\"params\":{"
                  + "\"progressToken\":\"t-1\",\"progress\":1.0,\"total\":3.0,\"message\":\"one\"}}");
      JsonNode second = messages.get(1).path("params");
      assertThat(second.has("total")).isFalse();
      assertThat(second.path("message").stringValue())
          .hasSize(200)
          .startsWith("two")
          .doesNotContain("\u202e");
      assertThat(messages.get(2).path("params").has("message")).isFalse();
      assertThat(messages.get(3).path("id").intValue()).isEqualTo(5);
    }
  }

  @Test
  void withoutATokenNothingIsSent() throws Exception {
    try (RunningApp server = running()) {
      for (String meta : List.of("", TOKEN.formatted("null"), TOKEN.formatted("{}"))) {
        HttpResponse<String> response = server.client().post(CALL.formatted("steps", meta));
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(messages(response)).hasSize(1);
      }
    }
  }

  @Test
  void aFloodIsBoundedAndEndsWithTheLastValue() throws Exception {
    try (RunningApp server = running()) {
      long start = System.nanoTime();
      List<JsonNode> messages =
          messages(server.client().post(CALL.formatted("flood", TOKEN.formatted("7"))));
      long tenths = Duration.ofNanos(System.nanoTime() - start).toMillis() / 100;
      assertThat(messages.size()).isLessThanOrEqualTo((int) tenths + 4);
      JsonNode last = messages.get(messages.size() - 2).path("params");
      assertThat(last.path("progressToken").intValue()).isEqualTo(7);
      assertThat(last.path("progress").doubleValue()).isEqualTo(100_000);
    }
  }

  @Test
  void nothingIsSentAfterTheEndOfTheCall() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ServerCommand app =
        new ServerCommand(
            TrackerApi.definition(TrackerResources.anchorIn(folder)).build(),
            new Extensions(List.of(steps(), leftover()), List.of(), null, null),
            Map.of(),
            new Console(
                new ByteArrayInputStream(
                    McpClient.initialized(
                            CALL.formatted("steps", TOKEN.formatted("\"s\""))
                                + "\n"
                                + CALL.replace(":5", ":6")
                                    .formatted("leftover", TOKEN.formatted("\"l\""))
                                + "\n")
                        .getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8)));
    assertThat(app.run(List.of("--stdio", "--mock", "--feedback", "off"))).isZero();
    List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines.stream().filter(line -> line.contains("\"progressToken\":\"s\""))).hasSize(3);
    int end = lines.indexOf(lines.stream().filter(l -> l.contains("\"id\":6")).findFirst().get());
    assertThat(lines.subList(end, lines.size()))
        .noneMatch(line -> line.contains("\"progressToken\":\"l\""));
  }

  @Test
  void theJavaClientGetsTheNotifications() throws Exception {
    List<ProgressNotification> received = new CopyOnWriteArrayList<>();
    try (RunningApp server = running();
        McpSyncClient client =
            io.modelcontextprotocol.client.McpClient.sync(
                    HttpClientStreamableHttpTransport.builder(
                            server.url().toString().replace("/mcp", ""))
                        .build())
                .progressConsumer(received::add)
                .build()) {
      client.initialize();
      client.callTool(
          CallToolRequest.builder("steps")
              .arguments(Map.of())
              .meta(Map.of("progressToken", "p"))
              .build());
      assertThat(received)
          .extracting(ProgressNotification::progress)
          .containsExactly(1.0, 2.0, 3.0);
      assertThat(received.get(0).message()).isEqualTo("one");
    }
  }
}
