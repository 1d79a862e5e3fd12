package dev.dragoman.runtime.app;

import static dev.dragoman.runtime.app.OwnTool.definition;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.extension.Tool;
import dev.dragoman.runtime.extension.ToolResult;
import dev.dragoman.runtime.tool.EchoUpstream;
import dev.dragoman.runtime.tool.TrackerApi;
import dev.dragoman.runtime.tool.TrackerApi.DeleteIssue;
import dev.dragoman.runtime.tool.TrackerApi.ListIssues;
import dev.dragoman.runtime.tool.TrackerResources;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The tools as a plain HTTP API, on whole servers. */
class OpenApiTest {
  private static final String[] KEY = {"Authorization", "Bearer key-1"};
  private static final String[] WRITER = {
    "Authorization", "Bearer key-1", "X-Acme-Access-Mode", "full-access"
  };

  @TempDir Path folder;
  private final EchoUpstream api = new EchoUpstream();
  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeEach
  void write() throws IOException {
    TrackerResources.write(folder);
  }

  @AfterEach
  void close() {
    api.close();
  }

  private static List<Tool> tools() {
    return List.of(
        new OwnTool(
            definition("look")
                .input(
                    """
                    {"type": "object", "required": ["repo"], "additionalProperties": false,
                     "$defs": {"state": {"enum": ["open", "closed"]}},
                     "properties": {"repo": {"type": "string", "minLength": 2},
                       "states": {"type": "array", "items": {"$ref": "#/$defs/state"}},
                       "$ref": {"type": "string"}}}
                    """)
                .output("{\"type\": \"object\", \"properties\": {\"uri\": {\"type\": \"string\"}}}")
                .build(),
            (in, context) -> {
              JsonNode reply =
                  context
                      .client()
                      .call(new ListIssues("o", in.required("repo").asString(), null))
                      .json();
              ObjectNode result = JsonNodeFactory.instance.objectNode();
              return ToolResult.json(result.put("uri", reply.path("uri").stringValue()));
            }),
        new OwnTool(definition("words").build(), (in, context) -> ToolResult.text("just words")),
        new OwnTool(definition("numbers").build(), (in, context) -> ToolResult.text("[1, 2.50]")),
        new OwnTool(
            definition("fails").build(),
            (in, context) -> {
              throw new IllegalStateException("the key is key-1");
            }),
        new OwnTool(
            definition("hangs").build(),
            (in, context) -> {
              Thread.sleep(60_000);
              return ToolResult.text("late");
            }),
        new OwnTool(
            definition("asks").build(),
            (in, context) -> ToolResult.text("" + context.ask("Why?", form()))),
        new OwnTool(
            definition("remove")
                .access(AccessLevel.DESTRUCTIVE)
                .input("{\"type\": \"object\", \"properties\": {\"n\": {\"type\": \"integer\"}}}")
                .build(),
            (in, context) -> {
              boolean again = context.confirm("Really?");
              context.client().call(new DeleteIssue("o", "r", in.required("n").asInt()));
              return ToolResult.text("removed " + again);
            }));
  }

  private static ObjectNode form() {
    return (ObjectNode)
        JsonMapper.shared()
            .readTree("{\"type\": \"object\", \"properties\": {\"why\": {\"type\": \"string\"}}}");
  }

  private RunningApp running(String... more) throws InterruptedException {
    List<String> flags =
        new ArrayList<>(
            List.of("--port", "0", "--feedback", "off", "--stop-delay", "0", "--open-api"));
    flags.addAll(List.of(more));
    return new RunningApp(
        TrackerApi.definition(TrackerResources.anchorIn(folder)).build(),
        new Extensions(tools(), List.of(), null, null),
        Map.of("ACME_BASE_URL", api.url().toString()),
        flags);
  }

  private HttpResponse<String> post(RunningApp server, String tool, String body, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.url().resolve("/tools/" + tool))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  /** A response that must be a problem of this status; its document. */
  private static JsonNode problem(HttpResponse<String> response, int status) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonNode problem = JsonMapper.shared().readTree(response.body());
    assertThat(problem.path("status").intValue()).isEqualTo(status);
    assertThat(problem.path("type").stringValue()).isEqualTo("about:blank");
    assertThat(problem.path("title").stringValue()).isNotEmpty();
    assertThat(problem.path("detail").stringValue()).isNotEmpty().doesNotContain("key-1");
    return problem;
  }

  @Test
  void itIsOffUnlessChosen() throws Exception {
    try (RunningApp server =
        new RunningApp(
            TrackerApi.definition(TrackerResources.anchorIn(folder)).build(),
            Map.of("ACME_BASE_URL", api.url().toString()),
            List.of("--port", "0", "--feedback", "off", "--stop-delay", "0"))) {
      assertThat(post(server, "search", "{\"query\": \"issues\"}").statusCode()).isEqualTo(404);
      assertThat(server.client().get("/openapi.json").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void aCallIsTheCallOfMcpInPlainJson() throws Exception {
    Path audit = folder.resolve("audit.jsonl");
    try (RunningApp server = running("--metrics", "--audit", audit.toString())) {
      HttpResponse<String> plain = post(server, "look", "{\"repo\": \"re\"}", KEY);
      assertThat(plain.statusCode()).isEqualTo(200);
      assertThat(plain.headers().firstValue("Content-Type")).contains("application/json");
      assertThat(plain.headers().firstValue("Cache-Control")).contains("no-store");
      JsonNode same =
          server.client().with(KEY).result(McpClient.call("look", "{\"repo\": \"re\"}"));
      assertThat(plain.body()).isEqualTo(same.path("structuredContent").toString());
      assertThat(api.requests().get(0)).isEqualTo(api.requests().get(1)).contains("Bearer key-1");
      assertThat(server.client().get("/metrics").body())
          .contains("dragoman_tool_calls_total{tool=\"look\",outcome=\"success\"} 2");
      assertThat(post(server, "words", "").body())
          .isEqualTo("{\"content\":[{\"type\":\"text\",\"text\":\"just words\"}]}");
      assertThat(post(server, "numbers", "{}").body()).isEqualTo("[1,2.50]");
      String list =
          "{\"operation\": \"issues_list\", \"arguments\": {\"owner\": \"o\", \"repo\": \"r\"}}";
      assertThat(post(server, "execute", list, KEY).body())
          .startsWith("{\"status\":200")
          .contains("\"uri\":\"/v1/repos/o/r/issues\"");
    }
    assertThat(Files.readAllLines(audit))
        .extracting(line -> JsonMapper.shared().readTree(line).path("tool").asString())
        .containsExactly("look", "look", "look", "look", "words", "numbers", "execute");
  }

  @Test
  void whatIsWrongWithARequestIsAProblem() throws Exception {
    try (RunningApp server = running("--tool-timeout", "1")) {
      JsonNode invalid =
          problem(
              post(server, "look", "{\"repo\": \"r\", \"states\": [\"open\", \"new\"], \"x\": 1}"),
              400);
      assertThat(
              invalid.path("errors").valueStream().map(error -> error.path("pointer").asString()))
          .containsExactlyInAnyOrder("#/repo", "#/states/1", "#/x");
      assertThat(problem(post(server, "look", "{\"repo\":"), 400).path("errors").isMissingNode())
          .isTrue();
      problem(post(server, "look", "[]"), 400);
      problem(post(server, "look", "{\"repo\": \"re\", \"repo\": \"re\"}"), 400);
      problem(post(server, "execute", "{\"operation\": \"nothing\"}"), 400);
      assertThat(problem(post(server, "loook", "{}"), 404).path("detail").asString())
          .contains("no tool loook", "search, execute, look");
      problem(post(server, "look/more", "{}"), 404);
      problem(post(server, "look", "{\"repo\": \"" + "r".repeat(5_000_000) + "\"}"), 413);
      HttpRequest get = HttpRequest.newBuilder(server.url().resolve("/tools/look")).build();
      HttpResponse<String> wrongMethod = http.send(get, BodyHandlers.ofString());
      problem(wrongMethod, 405);
      assertThat(wrongMethod.headers().firstValue("Allow")).contains("POST");
      HttpRequest form =
          HttpRequest.newBuilder(server.url().resolve("/tools/look"))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString("repo=re"))
              .build();
      problem(http.send(form, BodyHandlers.ofString()), 415);
      assertThat(api.requests()).isEmpty();

      assertThat(problem(post(server, "remove", "{\"n\": 1}", KEY), 403).toString())
          .contains("X-Acme-Access-Mode: full-access");
      JsonNode missing = problem(post(server, "look", "{\"repo\": \"missing\"}", KEY), 502);
      assertThat(missing.path("api_status").intValue()).isEqualTo(404);
      problem(post(server, "hangs", "{}"), 504);
      problem(post(server, "fails", "{}"), 500);
      api.close();
      problem(post(server, "look", "{\"repo\": \"re\"}", KEY), 502);
    }
  }

  @Test
  void callersComeInAsTheyDoToMcp() throws Exception {
    try (RunningApp server = running("--ways-in", "api-key")) {
      HttpResponse<String> refused = post(server, "look", "{\"repo\": \"re\"}");
      problem(refused, 401);
      assertThat(refused.headers().firstValue("WWW-Authenticate"))
          .isEqualTo(
              server
                  .client()
                  .post(McpClient.call("look", "{}"))
                  .headers()
                  .firstValue("WWW-Authenticate"));
      problem(server.client().get("/openapi.json"), 401);
      HttpResponse<String> repeated =
          post(server, "look", "{\"repo\": \"re\"}", KEY[0], KEY[1], "X-Acme-Access-Mode", "root");
      problem(repeated, 400);
      assertThat(post(server, "look", "{\"repo\": \"re\"}", KEY).statusCode()).isEqualTo(200);
      HttpResponse<String> foreign =
          post(server, "look", "{}", KEY[0], KEY[1], "Origin", "https://elsewhere.example");
      assertThat(foreign.statusCode()).isEqualTo(403);
      assertThat(api.requests()).hasSize(1);
    }
  }

  @Test
  void aCallThatNeedsConfirmationIsRepeatedWithAToken() throws Exception {
    try (RunningApp server = running("--confirm", "destructive")) {
      JsonNode first = problem(post(server, "remove", "{\"n\": 7}", WRITER), 409);
      assertThat(first.path("detail").asString()).contains("Run this destructive tool", "n: 7");
      JsonNode second = problem(post(server, "remove", "{\"n\": 7}", confirmed(first)), 409);
      assertThat(second.path("detail").asString()).isEqualTo("Really?");
      problem(post(server, "remove", "{\"n\": 8}", confirmed(second)), 400);
      problem(post(server, "words", "{}", confirmed(second)), 400);
      problem(
          post(
              server,
              "remove",
              "{\"n\": 7}",
              WRITER[0],
              "Bearer key-2",
              WRITER[2],
              WRITER[3],
              "X-Acme-Confirmation",
              second.path("confirmation").asString()),
          400);
      assertThat(api.requests()).isEmpty();

      HttpResponse<String> done = post(server, "remove", "{\"n\": 7}", confirmed(second));
      assertThat(done.body()).contains("removed true");
      assertThat(api.requests()).containsExactly("DELETE /v1/repos/o/r/issues/7 Bearer key-1 ");
      problem(post(server, "remove", "{\"n\": 7}", confirmed(second)), 409);
      assertThat(api.requests()).hasSize(1);

      JsonNode asks = problem(post(server, "asks", "{}", WRITER), 409);
      assertThat(asks.has("confirmation")).isFalse();
      assertThat(asks.path("detail").asString()).contains("MCP client", "elicitation");
    }
  }

  private static String[] confirmed(JsonNode problem) {
    return new String[] {
      WRITER[0],
      WRITER[1],
      WRITER[2],
      WRITER[3],
      "X-Acme-Confirmation",
      problem.path("confirmation").asString()
    };
  }

  @Test
  void pagesOfAllowedOriginsMayCall() throws Exception {
    try (RunningApp server = running()) {
      HttpRequest preflight =
          HttpRequest.newBuilder(server.url().resolve("/tools/look"))
              .header("Origin", "http://localhost:3000")
              .header("Access-Control-Request-Method", "POST")
              .header("Access-Control-Request-Headers", "content-type, x-acme-confirmation")
              .method("OPTIONS", BodyPublishers.noBody())
              .build();
      HttpResponse<String> response = http.send(preflight, BodyHandlers.ofString());
      assertThat(response.statusCode()).isEqualTo(204);
      assertThat(response.headers().firstValue("Access-Control-Allow-Methods").orElse(""))
          .contains("POST");
      assertThat(response.headers().firstValue("Access-Control-Allow-Headers"))
          .contains("content-type, x-acme-confirmation");
    }
  }

  @Test
  void theDescriptionHasTheListedToolsAndValidSchemas() throws Exception {
    try (RunningApp server = running("--ways-in", "api-key,anonymous")) {
      JsonNode document = JsonMapper.shared().readTree(server.client().get("/openapi.json").body());
      JsonNode listed =
          server
              .client()
              .result(McpClient.message("tools/list", JsonNodeFactory.instance.objectNode()));
      assertThat(document.path("paths").propertyNames())
          .containsExactlyElementsOf(
              listed
                  .path("tools")
                  .valueStream()
                  .map(tool -> "/tools/" + tool.path("name").asString())
                  .toList());
      assertThat(document.path("security").toString()).isEqualTo("[{\"apiKey\":[]},{}]");
      assertThat(document.at("/components/schemas/look.input/properties/states/items/$ref"))
          .hasToString("\"#/components/schemas/look.input/$defs/state\"");
      assertThat(document.at("/components/schemas/look.input/properties/$ref/type").asString())
          .isEqualTo("string");
      List<JsonNode> references =
          document.findValues("$ref").stream().filter(JsonNode::isString).toList();
      assertThat(references).hasSizeGreaterThan(50);
      for (JsonNode reference : references) {
        String pointer = reference.stringValue().substring(1);
        assertThat(document.at(pointer).isMissingNode()).as(pointer).isFalse();
      }
      var meta =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
      for (JsonNode schema : document.at("/components/schemas")) {
        List<Error> errors = meta.validate(schema);
        assertThat(errors.stream().map(Error::toString).collect(Collectors.joining())).isEmpty();
      }
    }
  }
}
