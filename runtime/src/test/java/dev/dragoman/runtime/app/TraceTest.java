package dev.dragoman.runtime.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.Operation;
import dev.dragoman.runtime.OperationHandler;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.catalog.OperationCard;
import dev.dragoman.runtime.execute.RawUpstream;
import dev.dragoman.runtime.extension.Tool;
import dev.dragoman.runtime.extension.ToolDefinition;
import dev.dragoman.runtime.extension.ToolResult;
import dev.dragoman.runtime.request.ApiRequest;
import dev.dragoman.runtime.request.OperationRequest;
import dev.dragoman.runtime.tool.TrackerApi;
import dev.dragoman.runtime.tool.TrackerApi.Me;
import dev.dragoman.runtime.tool.TrackerResources;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The trace of a client's request reaches the API and the audit log. */
class TraceTest {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String PARENT = "00-" + TRACE + "-b7ad6b7169203331-01";
  private static final String OTHER = "00-11111111111111111111111111111111-2222222222222222-00";
  private static final String ME = McpClient.call("execute", "{\"operation\": \"users_me\"}");

  @TempDir Path folder;

  @BeforeEach
  void write() throws Exception {
    TrackerResources.write(folder);
  }

  private ServerDefinition definition() {
    return TrackerApi.definition(TrackerResources.anchorIn(folder)).build();
  }

  private RunningApp app(RawUpstream api, String... flags) throws InterruptedException {
    List<String> all = new ArrayList<>(List.of("--port=0", "--feedback=off"));
    all.add("--base-url=" + api.url());
    all.addAll(List.of(flags));
    return new RunningApp(
        definition(), new Extensions(List.of(tool()), List.of(), null, null), Map.of(), all);
  }

  private static Tool tool() {
    return new OwnTool(
        ToolDefinition.builder("whoami")
            .title("Who am I")
            .description("Names the owner of the key.")
            .access(AccessLevel.READ)
            .build(),
        (in, context) -> {
          context.client().call(new Me());
          return ToolResult.text("done");
        });
  }

  private static McpClient client(RunningApp app, String... headers) {
    String[] all = new String[headers.length + 2];
    all[0] = "Authorization";
    all[1] = "Bearer key-1";
    System.arraycopy(headers, 0, all, 2, headers.length);
    return app.client().with(all);
  }

  private static String header(RawUpstream api, String name) {
    Matcher line = Pattern.compile("(?i)\r\n" + name + ": ([^\r]*)\r\n").matcher(api.onlyRequest());
    return line.find() ? line.group(1) : "-";
  }

  /** A call with members of {@code _meta}. */
  private static String me(String... meta) {
    ObjectNode message = (ObjectNode) JsonMapper.shared().readTree(ME);
    ObjectNode members = ((ObjectNode) message.get("params")).putObject("_meta");
    for (int index = 0; index < meta.length; index += 2) {
      members.put(meta[index], meta[index + 1]);
    }
    return message.toString();
  }

  @Test
  void headersAreHandedOn() throws Exception {
    try (RawUpstream api = RawUpstream.answering(RawUpstream.EMPTY_OK);
        RunningApp app = app(api)) {
      client(
              app,
              "traceparent",
              PARENT,
              "tracestate",
              "rojo=1",
              "tracestate",
              "congo=2",
              "baggage",
              "user=me")
          .result(ME);
      assertThat(header(api, "traceparent")).isEqualTo(PARENT);
      assertThat(header(api, "tracestate")).isEqualTo("rojo=1,congo=2");
      assertThat(api.onlyRequest()).doesNotContain("baggage");
    }
  }

  @Test
  void theMessageTakesPrecedenceOverTheHeaders() throws Exception {
    try (RawUpstream api = RawUpstream.answering(RawUpstream.EMPTY_OK);
        RunningApp app = app(api)) {
      client(app, "traceparent", OTHER, "tracestate", "other=1")
          .result(me("traceparent", PARENT, "tracestate", "mine=1"));
      assertThat(header(api, "traceparent")).isEqualTo(PARENT);
      assertThat(header(api, "tracestate")).isEqualTo("mine=1");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "00-xyz", "00-" + TRACE + "-0000000000000000-01"})
  void malformedContextIsIgnored(String malformed) throws Exception {
    try (RawUpstream api = RawUpstream.answering(RawUpstream.EMPTY_OK);
        RunningApp app = app(api)) {
      client(app, "traceparent", malformed, "tracestate", "a=1")
          .result(me("traceparent", malformed, "tracestate", "a=1"));
      assertThat(api.onlyRequest()).doesNotContainIgnoringCase("trace");
    }
  }

  @Test
  void malformedMetaLeavesTheHeader() throws Exception {
    try (RawUpstream api = RawUpstream.answering(RawUpstream.EMPTY_OK);
        RunningApp app = app(api)) {
      client(app, "traceparent", PARENT).result(me("traceparent", "nonsense"));
      assertThat(header(api, "traceparent")).isEqualTo(PARENT);
    }
  }

  @Test
  @DisplayName("S20 the audit line names the trace")
  void theAuditLineNamesTheTrace() throws Exception {
    Path log = folder.resolve("audit.jsonl");
    try (RawUpstream api = RawUpstream.answering(RawUpstream.EMPTY_OK);
        RunningApp app = app(api, "--audit=" + log)) {
      client(app, "traceparent", PARENT).result(ME);
      client(app).result(McpClient.call("execute", "{\"operation\": \"nothing\"}"));
    }
    List<String> lines = Files.readAllLines(log);
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).endsWith(",\"trace_id\":\"" + TRACE + "\"}");
    assertThat(lines.get(1)).doesNotContain("trace");
  }

  @Test
  void aCustomToolsCallsBelongToItsTrace() throws Exception {
    Path log = folder.resolve("audit.jsonl");
    try (RawUpstream api = RawUpstream.answering(RawUpstream.EMPTY_OK);
        RunningApp app = app(api, "--audit=" + log)) {
      client(app, "traceparent", PARENT).tool("whoami", "{}");
      assertThat(header(api, "traceparent")).isEqualTo(PARENT);
    }
    assertThat(Files.readAllLines(log))
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).contains("\"trace_id\":\"" + TRACE + "\""));
  }

  @Test
  void aDryRunShowsTheHeaders() throws Exception {
    try (RawUpstream api = RawUpstream.answering(RawUpstream.EMPTY_OK);
        RunningApp app = app(api)) {
      assertThat(
              client(app, "traceparent", PARENT)
                  .tool("execute", "{\"operation\": \"users_me\", \"dry_run\": true}"))
          .contains("traceparent: " + PARENT);
      assertThat(api.requests()).isEmpty();
    }
  }

  @Test
  void programsWithoutMcpHaveATraceToo() throws Exception {
    try (RawUpstream api = RawUpstream.answering(RawUpstream.EMPTY_OK);
        RunningApp app = app(api, "--open-api")) {
      URI tool = app.url().resolve("/tools/execute");
      HttpRequest request =
          HttpRequest.newBuilder(tool)
              .header("Content-Type", "application/json")
              .header("Authorization", "Bearer key-1")
              .header("traceparent", PARENT)
              .POST(HttpRequest.BodyPublishers.ofString("{\"operation\": \"users_me\"}"))
              .build();
      assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode())
          .isEqualTo(200);
      assertThat(header(api, "traceparent")).isEqualTo(PARENT);
    }
  }

  /** An API whose operation declares the header as a parameter of its own. */
  private record Traced(@Nullable String traceparent) implements OperationRequest {
    @Override
    public ApiRequest.Builder request() {
      return ApiRequest.builder("traced_get", "GET", "/traced").header("traceparent", traceparent);
    }
  }

  private ServerDefinition declaring() throws Exception {
    Operation operation =
        Operation.of("traced_get", "GET", "/traced", AccessLevel.READ).unsecured();
    TrackerResources.write(
        folder,
        List.of(OperationCard.builder(operation).summary("Get").build()),
        Map.of(
            "traced_get",
            """
            {"parameters": [{"name": "traceparent", "argument": "traceparent", "in": "header",
              "schema": {"type": "string"}}]}
            """),
        Map.of());
    OperationHandler handler =
        OperationHandler.of(operation, in -> new Traced(in.optional("traceparent").asString()));
    return ServerDefinition.builder("Acme")
        .title("Acme")
        .version("1")
        .resources(TrackerResources.anchorIn(folder), TrackerApi.ROOT)
        .operations(1, group -> Map.of("traced_get", handler)::get)
        .build();
  }

  @ParameterizedTest
  @CsvSource({
    "{}, " + PARENT + ", rojo=1",
    "{\"traceparent\": \"mine\"}, mine, -",
  })
  void aParameterOfTheOperationTakesPrecedence(String arguments, String parent, String state)
      throws Exception {
    try (RawUpstream api = RawUpstream.answering(RawUpstream.EMPTY_OK);
        RunningApp app =
            new RunningApp(
                declaring(),
                Map.of(),
                List.of("--port=0", "--feedback=off", "--base-url=" + api.url()))) {
      client(app, "traceparent", PARENT, "tracestate", "rojo=1")
          .result(
              McpClient.call(
                  "execute", "{\"operation\": \"traced_get\", \"arguments\": " + arguments + "}"));
      assertThat(header(api, "traceparent")).isEqualTo(parent);
      assertThat(header(api, "tracestate")).isEqualTo(state);
    }
  }
}
