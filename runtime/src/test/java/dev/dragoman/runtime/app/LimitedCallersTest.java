package dev.dragoman.runtime.app;

import static dev.dragoman.runtime.app.OwnTool.definition;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Json;
import dev.dragoman.runtime.extension.ToolResult;
import dev.dragoman.runtime.tool.EchoUpstream;
import dev.dragoman.runtime.tool.TrackerApi;
import dev.dragoman.runtime.tool.TrackerResources;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** One caller can neither use up the server nor call it as often as it likes. */
class LimitedCallersTest {
  private static final String ME = "{\"operation\": \"users_me\"}";

  private static final String PAGED =
      """
      {"parameters": [
         {"name": "owner", "argument": "owner", "in": "path", "schema": {"type": "string"}},
         {"name": "repo", "argument": "repo", "in": "path", "schema": {"type": "string"}},
         {"name": "page", "argument": "page", "in": "query", "schema": {"type": "integer"}}],
       "paging": {"kind": "page", "in": "query", "parameter": "page", "argument": "page",
         "items": "data", "first": 1}}
      """;

  @TempDir Path folder;
  private final EchoUpstream api = new EchoUpstream();
  private final CountDownLatch released = new CountDownLatch(1);
  private final Semaphore entered = new Semaphore(0);

  @BeforeEach
  void write() throws IOException {
    TrackerResources.write(folder);
  }

  @AfterEach
  void close() {
    released.countDown();
    api.close();
  }

  private RunningApp running(String... more) throws InterruptedException {
    List<String> flags =
        new ArrayList<>(List.of("--port", "0", "--feedback", "off", "--stop-delay", "0"));
    flags.addAll(List.of(more));
    OwnTool waits =
        new OwnTool(
            definition("waits").build(),
            (in, context) -> {
              entered.release();
              assertThat(released.await(60, TimeUnit.SECONDS)).isTrue();
              return ToolResult.text("done");
            });
    return new RunningApp(
        TrackerApi.definition(TrackerResources.anchorIn(folder)).build(),
        new Extensions(List.of(waits), List.of(), null, null),
        Map.of("ACME_BASE_URL", api.url().toString()),
        flags);
  }

  private static McpClient key(RunningApp server, String key) {
    return server.client().with("Authorization", "Bearer " + key);
  }

  @Test
  @DisplayName("S14 a caller who exceeds its calls a minute is told when to retry, others are not")
  void callsOfAMinute() throws Exception {
    try (RunningApp server = running("--caller-calls-per-minute", "3", "--metrics")) {
      McpClient busy = key(server, "key-1");
      for (int count = 0; count < 3; count++) {
        assertThat(busy.tool("execute", ME)).startsWith("{\"status\":200");
      }
      assertThat(busy.tool("execute", ME))
          .matches(
              "error: Too many calls: a caller may make 3 calls a minute\\. Nothing was done\\."
                  + " Retry after (1\\d|20) s\\.");
      assertThat(busy.tool("search", "{\"query\": \"issues\"}")).startsWith("error: Too many");
      assertThat(
              busy.result(McpClient.message("tools/list", JsonNodeFactory.instance.objectNode()))
                  .required("tools"))
          .isNotEmpty();
      assertThat(key(server, "key-2").tool("execute", ME)).startsWith("{\"status\":200");
      assertThat(api.requests()).hasSize(4);
      assertThat(server.client().get("/metrics").body())
          .contains("dragoman_limited_calls_total{limit=\"minute\"} 2");
    }
  }

  @Test
  @DisplayName("S14 a call that a limit does not admit has an audit event")
  void refusedCallsAreAudited() throws Exception {
    Path audit = folder.resolve("audit.jsonl");
    try (RunningApp server =
        running("--caller-calls-per-minute", "1", "--open-api", "--audit", audit.toString())) {
      McpClient busy = key(server, "key-1");
      assertThat(busy.tool("search", "{\"query\": \"issues\"}")).doesNotStartWith("error: ");
      assertThat(audit).doesNotExist();
      assertThat(busy.tool("search", "{\"query\": \"issues\"}")).startsWith("error: Too many");
      assertThat(busy.tool("execute", ME)).startsWith("error: Too many");
      assertThat(Files.readAllLines(audit))
          .satisfiesExactly(
              line -> assertThat(line).contains("\"search\"", "\"refused\"", "\"limited\""),
              line -> assertThat(line).contains("\"execute\"", "\"refused\"", "\"limited\""));
    }
  }

  /** As with a page that fails, what was read is shown, and next goes on later. */
  @Test
  @DisplayName("S14 each page of a list counts as a call of its caller")
  void pagesOfAList() throws Exception {
    TrackerResources.write(
        folder, TrackerResources.cards(), Map.of("issues_list", PAGED), Map.of());
    try (RunningApp server = running("--caller-calls-per-minute", "3")) {
      String list =
          key(server, "key-1")
              .tool(
                  "execute",
                  "{\"operation\": \"issues_list\", \"max_items\": 9,"
                      + " \"arguments\": {\"owner\": \"paged\", \"repo\": \"r\"}}");

      assertThat(api.requests()).hasSize(3);
      JsonNode result = Json.of(list);
      assertThat(result.path("body").size()).isEqualTo(3);
      assertThat(result.path("notice").asString())
          .matches(
              "3 items from 3 pages; next is the call for more\\. Too many calls: a caller may make"
                  + " 3 calls a minute\\. Nothing was sent\\. Retry after (1\\d|20) s\\.");
      assertThat(result.path("next").path("arguments").path("page").intValue()).isEqualTo(4);
      assertThat(result.path("next").path("max_items").intValue()).isEqualTo(6);
      assertThat(key(server, "key-1").tool("execute", ME)).startsWith("error: Too many calls");
    }
  }

  /** The access mode and other headers do not make another caller. */
  @Test
  void aCallerIsWhoItsCredentialSaysItIs() throws Exception {
    try (RunningApp server = running("--caller-calls-per-minute", "2")) {
      assertThat(key(server, "key-1").tool("execute", ME)).startsWith("{");
      McpClient writer =
          server
              .client()
              .with("Authorization", "Bearer key-1", "X-Acme-Access-Mode", "full-access");
      assertThat(writer.tool("execute", ME)).startsWith("{");
      assertThat(writer.tool("execute", ME)).startsWith("error: Too many");
      for (int count = 0; count < 2; count++) {
        assertThat(server.client().tool("search", "{\"query\": \"issues\"}"))
            .as("anonymous, one network")
            .doesNotStartWith("error");
      }
      assertThat(server.client().tool("search", "{\"query\": \"a\"}")).startsWith("error: Too");
    }
  }

  @Test
  @DisplayName("S14 a caller with as many running calls as it may have does not delay others")
  void runningCalls() throws Exception {
    try (RunningApp server = running("--caller-calls", "2")) {
      McpClient busy = key(server, "key-1");
      List<CompletableFuture<String>> waiting = new ArrayList<>();
      for (int count = 0; count < 2; count++) {
        waiting.add(CompletableFuture.supplyAsync(() -> waits(busy)));
      }
      assertThat(entered.tryAcquire(2, 30, TimeUnit.SECONDS)).isTrue();
      assertThat(busy.tool("execute", ME))
          .isEqualTo(
              "error: Too many calls: at most 2 calls of a caller run at a time. Nothing was done."
                  + " Retry after 1 s.");
      assertThat(key(server, "key-2").tool("execute", ME)).startsWith("{\"status\":200");
      released.countDown();
      for (CompletableFuture<String> call : waiting) {
        assertThat(call.get(30, TimeUnit.SECONDS)).isEqualTo("done");
      }
      assertThat(busy.tool("execute", ME)).startsWith("{\"status\":200");
    }
  }

  private static String waits(McpClient client) {
    try {
      return client.tool("waits", "{}");
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void theToolsAsAnHttpApiRespondWithAStatus() throws Exception {
    try (RunningApp server = running("--open-api", "--caller-calls-per-minute", "1")) {
      assertThat(post(server).statusCode()).isEqualTo(200);
      HttpResponse<String> refused = post(server);
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.headers().firstValue("Retry-After").orElseThrow()).matches("5\\d|60");
      assertThat(refused.body())
          .contains("\"title\":\"Too Many Requests\"")
          .contains("a caller may make 1 calls a minute");
    }
  }

  private static HttpResponse<String> post(RunningApp server) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(server.url().resolve("/tools/execute"))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer key-1")
            .POST(BodyPublishers.ofString(ME))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  /** A batch exists in 2025-03-26 only; each of its calls counts. */
  @Test
  void aBatchCountsAsItsCalls() throws Exception {
    try (RunningApp server = running("--caller-calls-per-minute", "2")) {
      String call = McpClient.call("execute", ME);
      HttpRequest request =
          HttpRequest.newBuilder(server.url())
              .header("Content-Type", "application/json")
              .header("Accept", "application/json")
              .header("Authorization", "Bearer key-1")
              .POST(BodyPublishers.ofString("[" + call + "," + call + "," + call + "]"))
              .build();
      String body = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
      assertThat(body.split("Too many calls", -1)).hasSize(2);
      assertThat(api.requests()).hasSize(2);
    }
  }

  @Test
  void overStdioThereIsOneCaller() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String calls = McpClient.call("execute", ME) + "\n" + McpClient.call("execute", ME) + "\n";
    ServerCommand command =
        new ServerCommand(
            TrackerApi.definition(TrackerResources.anchorIn(folder)).build(),
            Extensions.NONE,
            Map.of("ACME_API_KEY", "key-1", "ACME_CALLER_CALLS_PER_MINUTE", "1"),
            new Console(
                new ByteArrayInputStream(
                    McpClient.initialized(calls).getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8)));
    assertThat(command.run(List.of("--base-url", api.url().toString(), "--feedback", "off")))
        .isZero();
    String text = out.toString(StandardCharsets.UTF_8);
    assertThat(text.split("\"status\\\\\":200", -1)).hasSize(2);
    assertThat(text.split("Too many calls", -1)).hasSize(2);
  }
}
