package dev.dragoman.runtime.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Await;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.auth.oauth.AuthorizationServer;
import dev.dragoman.runtime.tool.EchoUpstream;
import dev.dragoman.runtime.tool.TrackerApi;
import dev.dragoman.runtime.tool.TrackerResources;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class ServerCommandTest {
  private static final String CREATE =
      "{\"operation\": \"issues_create\", \"arguments\": {\"owner\": \"o\", \"repo\": \"r\"},"
          + " \"body\": {\"title\": \"t\"}}";
  private static final ObjectNode NOTHING = JsonNodeFactory.instance.objectNode();

  @TempDir Path folder;
  private final EchoUpstream api = new EchoUpstream();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void write() throws Exception {
    TrackerResources.write(folder);
  }

  @AfterEach
  void close() {
    api.close();
  }

  private ServerDefinition.Builder definition() {
    return TrackerApi.definition(TrackerResources.anchorIn(folder));
  }

  private ServerCommand app(
      ServerDefinition definition, Map<String, String> environment, String input) {
    return new ServerCommand(
        definition,
        Extensions.NONE,
        environment,
        new Console(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8)));
  }

  private int run(Map<String, String> environment, String input, String... arguments) {
    return app(definition().build(), environment, input).run(List.of(arguments));
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  /** A server over HTTP on a free port, stopped by interruption. */
  private final class Running implements AutoCloseable {
    private final Thread thread;
    private final McpClient client;
    private final AtomicInteger exit = new AtomicInteger(-1);

    Running(Map<String, String> environment, String... arguments) throws InterruptedException {
      thread = new Thread(() -> exit.set(run(environment, "", arguments)));
      thread.start();
      Matcher url = Pattern.compile("http://[^ ]+/mcp\n").matcher("");
      Await.until(
          () -> "the server listens: " + err(), () -> url.reset(err()).find() || !thread.isAlive());
      assertThat(thread.isAlive()).as(err()).isTrue();
      client = new McpClient(URI.create(url.group().strip()));
    }

    @Override
    public void close() {
      thread.interrupt();
      try {
        thread.join(20_000);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      assertThat(thread.isAlive()).isFalse();
      assertThat(exit).hasValue(0);
    }
  }

  private Running http(String... more) throws InterruptedException {
    String[] arguments = {"--port", "0", "--feedback", folder.resolve("f.jsonl").toString()};
    return new Running(
        Map.of("ACME_BASE_URL", api.url().toString()),
        Stream.concat(Arrays.stream(arguments), Arrays.stream(more)).toArray(String[]::new));
  }

  @Test
  void searchThenExecuteRefusedThenAllowedByTheHeader() throws Exception {
    try (Running server = http()) {
      McpClient reader = server.client.with("Authorization", "Bearer key-1");
      McpClient writer =
          server.client.with("Authorization", "Bearer key-2", "X-Acme-Access-Mode", "full-access");

      assertThat(server.client.tool("search", "{\"query\": \"create an issue\"}"))
          .contains("issues_create: POST", "access: write, refused here");
      assertThat(reader.tool("execute", CREATE))
          .startsWith("error: Refused by this server")
          .contains("X-Acme-Access-Mode: full-access");
      assertThat(api.requests()).isEmpty();

      assertThat(writer.tool("search", "{\"query\": \"create an issue\"}"))
          .contains("access: write, allowed");
      assertThat(writer.tool("execute", CREATE)).contains("\"method\":\"POST\"");
      assertThat(server.client.tool("execute", "{\"operation\": \"users_me\"}"))
          .startsWith("error: ")
          .contains("requires a credential");
      assertThat(reader.tool("execute", "{\"operation\": \"users_me\"}"))
          .contains("\"method\":\"GET\"");
      assertThat(api.requests())
          .containsExactly(
              "POST /v1/repos/o/r/issues Bearer key-2 {\"title\":\"t\"}",
              "GET /v1/user Bearer key-1 ");
    }
    assertThat(out()).isEmpty();
  }

  @Test
  void aRequestWithAnUnclearModeIsRefusedWhole() throws Exception {
    try (Running server = http()) {
      McpClient client = server.client.with("X-Acme-Access-Mode", "full");

      assertThat(client.post(McpClient.call("search", "{\"query\": \"issue\"}")))
          .satisfies(response -> assertThat(response.statusCode()).isEqualTo(400))
          .satisfies(
              response ->
                  assertThat(response.body()).contains("read-only (the default) or full-access"));
    }
  }

  @Test
  @DisplayName("S3 With OAuth a request without a token is told where to get one")
  void withOAuthCallersAreSentToTheAuthorizationServer() throws Exception {
    try (AuthorizationServer issuer = new AuthorizationServer(0);
        Running server =
            http(
                "--mock",
                "--oauth-issuer",
                issuer.issuer(),
                "--public-url",
                "https://mcp.example",
                "--oauth-scopes",
                "acme:read",
                "--oauth-level-scopes",
                "read=acme:read,write=acme:write")) {
      String metadata = "https://mcp.example/.well-known/oauth-protected-resource/mcp";
      HttpResponse<String> nobody = server.client.post(McpClient.message("tools/list", NOTHING));
      assertThat(nobody.statusCode()).isEqualTo(401);
      assertThat(nobody.headers().firstValue("WWW-Authenticate"))
          .contains("Bearer resource_metadata=\"" + metadata + "\", scope=\"acme:read\"");
      for (String path : List.of("", "/mcp")) {
        assertThat(server.client.get("/.well-known/oauth-protected-resource" + path).body())
            .isEqualTo(
                "{\"resource\":\"https://mcp.example/mcp\",\"authorization_servers\":[\""
                    + issuer.issuer()
                    + "\"],\"scopes_supported\":[\"acme:read\"],"
                    + "\"bearer_methods_supported\":[\"header\"]}");
      }
      String token = issuer.token("https://mcp.example/mcp", "u", "acme:read");
      McpClient writer =
          server.client.with(
              "Authorization", "Bearer " + token, "X-Acme-Access-Mode", "full-access");
      assertThat(writer.tool("execute", "{\"operation\": \"users_me\"}")).contains("200");
      assertThat(writer.post(McpClient.call("execute", CREATE)).headers().map())
          .hasEntrySatisfying(
              "www-authenticate",
              values -> assertThat(values.get(0)).contains("scope=\"acme:write acme:read\""));
      assertThat(writer.with("Authorization", "Bearer a-key").post("{}").statusCode())
          .isEqualTo(401);
    }
    assertThat(err()).contains("Callers: with an access token (of http://127.0.0.1:");
  }

  @Test
  void theOperatorsCeilingHoldsAgainstTheHeader() throws Exception {
    try (Running server = http("--access-ceiling", "read-only")) {
      McpClient writer =
          server.client.with("Authorization", "Bearer k", "X-Acme-Access-Mode", "full-access");

      assertThat(writer.tool("execute", CREATE)).contains("the operator of this server limits it");
      assertThat(api.requests()).isEmpty();
    }
    assertThat(err()).contains("Access: read-only, limited by --access-ceiling.");
  }

  @Test
  void feedbackIsStoredOrTheToolIsNotThere() throws Exception {
    try (Running server = http()) {
      assertThat(
              server.client.tool("submit_mcp_feedback", "{\"kind\": \"bug\", \"message\": \"m\"}"))
          .contains("Its id: ");
    }
    assertThat(folder.resolve("f.jsonl")).content().contains("\"server\":\"acme-mcp-server\"");
    err.reset();

    try (Running server =
        new Running(Map.of(), "--http", "--port=0", "--mock", "--feedback", "off")) {
      assertThat(server.client.result(McpClient.message("tools/list", NOTHING)).get("tools"))
          .hasSize(2);
    }
  }

  @Test
  void startOverHttpTellsHowToConnect() throws Exception {
    try (Running server = http()) {
      assertThat(server.client).isNotNull();
    }
    assertThat(err())
        .contains("Acme Tracker API 1.4.0 over MCP: http://127.0.0.1:")
        .contains("Tools: search, execute, submit_mcp_feedback; 6 operations.")
        .contains("API: " + api.url())
        .contains("Access: read-only unless the client sends X-Acme-Access-Mode: full-access.")
        .contains("Connect: claude mcp add --transport http acme http://127.0.0.1:")
        .contains("--header 'Authorization: Bearer ${ACME_API_KEY}'");
  }

  @Test
  void clientsConnectToThePublicUrl() throws Exception {
    try (Running server =
        new Running(
            Map.of(), "--http", "--port=0", "--mock", "--public-url=https://mcp.example.com/")) {
      assertThat(server.client).isNotNull();
    }
    assertThat(err())
        .contains(" over MCP: http://127.0.0.1:")
        .contains("Connect: claude mcp add --transport http acme https://mcp.example.com/mcp");
  }

  @Test
  void aKeyInTheEnvironmentIsNotLentToHttpCallers() throws Exception {
    try (Running server =
        new Running(
            Map.of("ACME_API_KEY", "the-operators-own", "ACME_BASE_URL", api.url().toString()),
            "--port",
            "0",
            "--feedback",
            "off")) {
      assertThat(server.client.tool("execute", "{\"operation\": \"users_me\"}"))
          .contains("requires a credential");
    }
    assertThat(err())
        .contains("ACME_API_KEY is ignored: it applies to stdio")
        .doesNotContain("the-operators-own");
  }

  @Test
  void aMockServerNeedsNeitherUrlNorKeyAndSendsNothing() throws Exception {
    try (Running server = new Running(Map.of(), "--http", "--port=0", "--mock", "--feedback=off")) {
      McpClient writer = server.client.with("X-Acme-Access-Mode", "full-access");

      assertThat(writer.tool("execute", CREATE)).contains("\"status\":201", "\"number\":");
      assertThat(writer.tool("execute", CREATE.replace("}}", "}, \"dry_run\": true}")))
          .contains("POST http://mock.invalid/repos/o/r/issues");
      assertThat(server.client.tool("execute", CREATE)).startsWith("error: Refused");
    }
    assertThat(err()).contains("mock mode").doesNotContain("ACME_API_KEY");
  }

  @Test
  void overStdioTheEnvironmentSaysWhoCalls() {
    String input =
        McpClient.call("execute", CREATE)
            + "\n"
            + McpClient.call("execute", "{\"operation\": \"users_me\"}")
            + "\n";
    Map<String, String> environment =
        Map.of("ACME_API_KEY", "key-3", "ACME_BASE_URL", api.url().toString());

    assertThat(run(environment, McpClient.initialized(input), "--stdio", "--feedback", "off"))
        .isZero();

    assertThat(out()).contains("Refused by this server", "\\\"method\\\":\\\"GET\\\"");
    assertThat(api.requests()).containsExactly("GET /v1/user Bearer key-3 ");
    assertThat(err()).isEmpty();
  }

  @Test
  void allThatIsWrongAtStartIsSaidAtOnce() {
    Map<String, String> environment =
        Map.of("ACME_ACCESS_MODE", "all", "ACME_API_KEY", "two\nlines", "ACME_TIMEOUT", "soon");

    assertThat(run(environment, "", "--stdio", "--prot", "1")).isEqualTo(2);

    assertThat(err())
        .startsWith("The server cannot start:\n- ")
        .contains("Unknown flag --prot", "ACME_ACCESS_MODE must be", "ACME_API_KEY must be")
        .contains("ACME_TIMEOUT must be", "The API's document does not specify a server", "--help")
        .doesNotContain("two\nlines");
    assertThat(out()).isEmpty();
  }

  @Test
  void aServerOfTheDocumentThatIsNoUrlIsSaid() {
    ServerDefinition definition = definition().environment("production", "/api").build();

    assertThat(app(definition, Map.of(), "").run(List.of())).isEqualTo(2);

    assertThat(err()).contains("The server URL in the API's document", "--base-url");
  }

  @Test
  void helpAndVersionGoToStdout() {
    assertThat(run(Map.of(), "", "--help")).isZero();
    assertThat(out())
        .startsWith("MCP server for Acme Tracker API\n")
        .contains("ACME_ACCESS_CEILING", "X-Acme-Access-Mode", "ACME_API_KEY");
    out.reset();

    assertThat(run(Map.of(), "", "--version")).isZero();
    assertThat(out()).startsWith("Acme Tracker API 1.4.0, MCP server by Dragoman");
    assertThat(err()).isEmpty();
  }

  @Test
  void aPortInUseIsAFailureWithAdvice() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());

      assertThat(run(Map.of(), "", "--mock", "--port", port)).isEqualTo(1);
    }
    assertThat(err()).contains("Cannot listen on 127.0.0.1:", "--port").doesNotContain("\tat ");
  }

  @Test
  void toolsListStaysUnder1000TokensWhateverTheApiIsCalled() throws Exception {
    String title = "The \u202e\"Grand\" <b>API</b>\n".repeat(25).substring(0, 500);
    ServerDefinition definition = definition().title(title).version("9".repeat(500)).build();
    String input = McpClient.initialized(McpClient.message("tools/list", NOTHING) + "\n");

    assertThat(app(definition, Map.of(), input).run(List.of("--mock", "--stdio"))).isZero();

    String list = out().lines().filter(line -> line.contains("\"tools\":[")).findFirst().get();
    assertThat(list.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(4_000);
    assertThat(list).doesNotContain("<b>", "\u202e", "u202e", "\\n");
    JsonNode tools = JsonMapper.shared().readTree(list).required("result").required("tools");
    assertThat(tools).hasSize(3);
    for (JsonNode tool : tools) {
      JsonNode schema = tool.required("inputSchema");
      assertThat(schema.required("type").stringValue()).isEqualTo("object");
      assertThat(schema.required("additionalProperties").booleanValue()).isFalse();
      assertThat(schema.has("oneOf") || schema.has("anyOf") || schema.has("allOf")).isFalse();
    }
    assertThat(hints(tools, 0)).isEqualTo("true false true false");
    assertThat(hints(tools, 1)).isEqualTo("true false true true");
    assertThat(hints(tools, 2)).isEqualTo("false false false false");
  }

  private static String hints(JsonNode tools, int index) {
    JsonNode hints = tools.required(index).required("annotations");
    return String.join(
        " ",
        hints.required("readOnlyHint").asString(),
        hints.required("destructiveHint").asString(),
        hints.required("idempotentHint").asString(),
        hints.required("openWorldHint").asString());
  }
}
