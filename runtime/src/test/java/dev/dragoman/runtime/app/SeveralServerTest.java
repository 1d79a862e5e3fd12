package dev.dragoman.runtime.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.Json;
import dev.dragoman.runtime.Secret;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.extension.ToolResult;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Whole servers of three APIs. */
class SeveralServerTest {
  private static final String ISSUES = "\"arguments\": {\"owner\": \"o\", \"repo\": \"r\"}";
  private static final String[] SAME_KEY = {
    "X-Acme-Api-Key", "key-of-both", "X-Beta-Api-Key", "key-of-both"
  };
  private static final String[] FULL = {
    "X-Acme-Api-Key",
    "key-of-both",
    "X-Beta-Api-Key",
    "key-of-both",
    "X-Acme-Access-Mode",
    "full-access",
    "X-Beta-Access-Mode",
    "full-access"
  };

  /** Shared by the replicas of a server. */
  private static final Map<String, String> STATE_KEY =
      Map.of("BACK_OFFICE_STATE_KEY", "a key that all of the replicas were given");

  @TempDir Path folder;

  @Test
  @DisplayName("S16 a sealed continuation of one API is refused by another")
  void continuationsAreApart() throws Exception {
    try (SeveralServer server = new SeveralServer(folder, STATE_KEY)) {
      McpClient client = server.client("/mcp", SAME_KEY);
      String page = client.tool("execute", "{\"operation\": \"acme:issues_list\", " + ISSUES + "}");
      JsonNode next = JsonMapper.shared().readTree(page).required("next");
      assertThat(next.required("operation").stringValue()).isEqualTo("acme:issues_list");
      String call = next.toString();
      assertThat(call).contains("\"continuation\":");

      assertThat(client.tool("execute", call.replace("acme:", "beta:")))
          .startsWith("error: ")
          .contains("continuation: is not valid for this call");
      assertThat(server.requests("beta")).isEmpty();
      assertThat(client.tool("execute", call)).contains("\"status\":200");
      assertThat(server.requests("acme"))
          .last()
          .asString()
          .isEqualTo("GET /v1/repos/o/r/issues?token=t1 Bearer key-of-both");
    }
  }

  @Test
  @DisplayName("S16 a confirmation for one API does not confirm a call of another")
  void confirmationsAreApart() throws Exception {
    try (SeveralServer server = new SeveralServer(folder, STATE_KEY, "--confirm=destructive")) {
      JsonNode asked = delete(server, "acme", "");
      assertThat(asked.at("/result/resultType").asString("")).isEqualTo("input_required");
      String reply =
          ", \"inputResponses\": {\"confirm\": {\"action\": \"accept\"}}, \"requestState\": "
              + asked.at("/result/requestState");

      assertThat(delete(server, "beta", reply).at("/error/message").asString(""))
          .contains("\"requestState\" was not issued by this server for this call");
      assertThat(server.requests("beta")).isEmpty();
      assertThat(delete(server, "acme", reply).at("/result/isError").booleanValue(true)).isFalse();
      assertThat(server.requests("acme"))
          .containsExactly("DELETE /v1/repos/o/r/issues/7 Bearer key-of-both");
    }
  }

  private static JsonNode delete(SeveralServer server, String api, String more) throws Exception {
    String message =
        """
        {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": "execute",
         "_meta": {"io.modelcontextprotocol/protocolVersion": "2026-07-28",
                   "io.modelcontextprotocol/clientCapabilities": {"elicitation": {}}},
         "arguments": {"operation": "%s:issues_delete",
                       "arguments": {"owner": "o", "repo": "r", "number": 7}}%s}}
        """
            .formatted(api, more);
    HttpRequest request =
        HttpRequest.newBuilder(server.app().url())
            .header("Content-Type", "application/json")
            .header("MCP-Protocol-Version", "2026-07-28")
            .header("Mcp-Method", "tools/call")
            .header("Mcp-Name", "execute")
            .headers(FULL)
            .POST(HttpRequest.BodyPublishers.ofString(message))
            .build();
    return Json.of(
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  @Test
  void searchSpansAllAndVendorNarrows() throws Exception {
    try (SeveralServer server = new SeveralServer(folder)) {
      McpClient client = server.client("/mcp", "X-Beta-Access-Mode", "full-access");
      String all = client.tool("search", "{\"query\": \"create an issue\"}");
      assertThat(all)
          .contains("acme:issues_create: POST", "beta:issues_create: POST")
          .contains("access: write, refused here (see below)", "access: write, allowed")
          .contains("X-Acme-Access-Mode: full-access")
          .doesNotContain("X-Beta-Access-Mode: full-access");
      assertThat(client.tool("search", "{\"query\": \"create an issue with beta\"}"))
          .as("the API that is named comes first")
          .contains("\n\nbeta:issues_create");
      String narrowed =
          client.tool("search", "{\"query\": \"create an issue\", \"vendor\": \"beta\"}");
      assertThat(narrowed).contains("beta:issues_create: POST").doesNotContain("acme:");
      assertThat(client.tool("search", "{\"query\": \"x\", \"vendor\": \"delta\"}"))
          .startsWith("error: ")
          .contains("vendor must be one of: acme, beta, gamma.");
      assertThat(client.tool("search", "{\"query\": \"zebra\"}"))
          .contains("Nothing matches", "Tags of acme: ", "Tags of beta: ");
      assertThat(client.tool("search", "{\"operation\": \"beta:users_me\"}"))
          .contains("beta:users_me: GET /user");
      assertThat(client.tool("search", "{\"operation\": \"users_me\"}"))
          .contains("Several APIs have an operation");
      assertThat(client.tool("search", "{\"query\": \"issue\", \"tag\": \"users\"}"))
          .doesNotContain("issues_create");
      assertThat(client.tool("execute", "{\"operation\": \"acme:user_me\"}"))
          .contains("Did you mean acme:users_me");
      assertThat(client.tool("execute", "{\"operation\": \"usr_me\"}"))
          .contains("in the APIs of this server (acme, beta, gamma)", "acme:users_me");
    }
  }

  @Test
  void theListOfToolsIsShort() throws Exception {
    try (SeveralServer server = new SeveralServer(folder)) {
      McpClient client = server.client("/mcp");
      JsonNode tools =
          client
              .result(McpClient.message("tools/list", JsonNodeFactory.instance.objectNode()))
              .required("tools");
      assertThat(tools.toString().getBytes(StandardCharsets.UTF_8).length)
          .isLessThanOrEqualTo(4_000);
      assertThat(tools.toString())
          .contains("acme (\\\"Acme API\\\", 6)", "\"enum\":[\"acme\",\"beta\",\"gamma\"]")
          .contains("vendor:METHOD /path");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Authorization          | Bearer key-a | Authorization does not say which API it is for",
        "X-Acme-Access-Mode     | all          | X-Acme-Access-Mode must be exactly read-only",
        "X-Acme-Partner-Org-Id  | org-a        | X-Acme-Partner-Org-Id is for partner mode only",
        "X-Acme-Api-Key         | eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln | contains a JWT"
      })
  void headersThatAreNotClearAreRefused(String name, String value, String message)
      throws Exception {
    try (SeveralServer server = new SeveralServer(folder)) {
      HttpResponse<String> response =
          server
              .client("/mcp", name, value)
              .post(McpClient.call("execute", "{\"operation\": \"beta:status_get\"}"));
      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(response.body()).contains(message);
    }
  }

  @Test
  void withoutAnonymousCallersEachApiNeedsItsKey() throws Exception {
    try (SeveralServer server = new SeveralServer(folder, "--ways-in=api-key")) {
      assertThat(
              server
                  .client("/mcp")
                  .post(McpClient.call("search", "{\"query\": \"x\"}"))
                  .statusCode())
          .isEqualTo(401);
      McpClient acme = server.client("/mcp", "X-Acme-Api-Key", "key-a");
      assertThat(acme.tool("search", "{\"query\": \"create issue\"}"))
          .contains("acme:issues_create")
          .doesNotContain("beta:");
      assertThat(acme.tool("execute", "{\"operation\": \"beta:status_get\"}"))
          .startsWith("error: ")
          .contains("X-Beta-Api-Key");
      assertThat(server.requests("beta")).isEmpty();
    }
  }

  @Test
  @DisplayName("S20 a call that is refused for want of a key is recorded and counted")
  void strangersAreRecorded() throws Exception {
    try (SeveralServer server =
        new SeveralServer(folder, "--ways-in=api-key", "--audit=-", "--metrics")) {
      McpClient acme = server.client("/mcp", "X-Acme-Api-Key", "key-a");
      acme.tool("execute", "{\"operation\": \"beta:status_get\"}");
      acme.tool("execute", "{\"operation\": \"beta:no_such\"}");
      acme.tool("search", "{\"query\": \"issue\", \"vendor\": \"beta\"}");
      String refused = "\"decision\":\"refused\",\"outcome\":\"refused\"";
      assertThat(server.app().err().lines().filter(line -> line.contains(refused)))
          .satisfiesExactly(
              line ->
                  assertThat(line)
                      .contains("\"tool\":\"execute\",\"operation\":\"beta:status_get\"")
                      .doesNotContain("key-a", "anonymous"),
              line -> assertThat(line).contains("\"tool\":\"execute\",\"operation\":\"unknown\""),
              line -> assertThat(line).contains("\"tool\":\"search\""));
      assertThat(acme.get("/metrics").body())
          .contains(
              "dragoman_operation_calls_total{operation=\"beta:status_get\",outcome=\"refused\"} 1",
              "dragoman_tool_calls_total{tool=\"execute\",outcome=\"error\"} 2",
              "dragoman_tool_calls_total{tool=\"search\",outcome=\"error\"} 1");
    }
  }

  @Test
  void settingsOfOneApiAreItsOwn() throws Exception {
    try (SeveralServer server =
        new SeveralServer(folder, "--acme-access-ceiling=read-only", "--beta-mock", "--audit=-")) {
      String create =
          "{\"operation\": \"%s:issues_create\", " + ISSUES + ", \"body\": {\"title\": \"t\"}}";
      McpClient client = server.client("/mcp", FULL);
      assertThat(client.tool("execute", create.formatted("acme")))
          .contains("the operator of this server limits it to read-only");
      assertThat(client.tool("execute", create.formatted("beta"))).contains("\"mock\":true");
      assertThat(server.requests("beta")).as("the mock sends nothing").isEmpty();
      assertThat(server.app().err())
          .contains("API acme: 6 operations", "read-only, limited by --access-ceiling")
          .contains("X-Beta-Access-Mode: full-access")
          .contains("\"operation\":\"beta:issues_create\"");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--base-url=http://a      | --base-url does not say which API it is for: --acme-base-url",
        "--oauth-issuer=http://a  | --oauth-issuer is for servers of one API.",
        "--acme-port=1            | --acme-port applies to the whole server: --port.",
        "--acme-base-url=x:       | acme: --acme-base-url is not a URL",
        "--acme-prot=1            | Unknown flag --acme-prot",
        "--acme-open-api          | --acme-open-api is for servers of one API."
      })
  void flagsThatAreNotClearAreRefused(String flag, String message) throws Exception {
    assertThat(run(SeveralServer.servable(folder), flag)).contains(message);
  }

  @Test
  void theCeilingOfTheServerHoldsForAll() throws Exception {
    assertThat(
            run(
                SeveralServer.servable(folder),
                "--access-ceiling=read-only",
                "--acme-access-ceiling=full-access"))
        .contains("The access ceiling of acme exceeds --access-ceiling read-only");
  }

  @Test
  void whatTwoApisWouldBothReadIsRefused() throws Exception {
    Servable.Member acme =
        new Servable.Member("acme", SeveralServer.tracker(folder, "Acme"), Extensions.NONE);
    Servable.Member again =
        new Servable.Member("again", SeveralServer.tracker(folder, "ACME"), Extensions.NONE);
    Extensions scripts = new Extensions(List.of(), List.of(), null, null, true);
    Servable.Member other =
        new Servable.Member("other", SeveralServer.tracker(folder, "Other"), scripts);
    assertThat(run(new Servable("Acme", List.of(acme, again, other))))
        .contains("the server and acme both read variables that begin with ACME_")
        .contains("acme and again both read the header X-ACME-Api-Key")
        .contains("other: The API's document does not specify a server", "--other-base-url URL")
        .contains("other offers scripts, which a server of several APIs does not");
  }

  @Test
  void thePageListsTheApis() throws Exception {
    try (SeveralServer server = new SeveralServer(folder, "--beta-access-ceiling=read-only")) {
      String page = server.client("/mcp").get("/").body();
      assertThat(page)
          .contains("Back Office", "<code>acme</code>", "Acme API, version 1")
          .contains("6 operations: 3 read, 1 write, 2 destructive.")
          .contains("<code>X-Acme-Api-Key</code>", "<code>X-Beta-Access-Mode</code>")
          .contains("acme: issues", "beta:issues_create")
          .contains("Beta API can only be read")
          .doesNotContain("X-Back-Office");
      assertThat(server.client("/mcp").get("/index.md").body())
          .contains("X-Acme-Api-Key", "X-Gamma-Access-Mode");
      assertThat(server.client("/mcp").get("/mcp/server-card").body())
          .contains("X-Acme-Api-Key", "X-Beta-Api-Key", "X-Acme-Access-Mode")
          .doesNotContain("X-Beta-Access-Mode");
    }
  }

  @Test
  void whatClientsAreToldHasAHeaderPerKey() throws Exception {
    try (SeveralServer server = new SeveralServer(folder, "--ways-in=api-key")) {
      String guide = server.client("/mcp").get("/index.md").body();
      assertThat(guide)
          .contains(
              "`ACME_API_KEY`, `BETA_API_KEY`, `GAMMA_API_KEY` contain your credentials",
              "--header 'X-Acme-Api-Key: ${ACME_API_KEY}' \\\n  --header 'X-Beta-Api-Key:",
              "\"X-Acme-Api-Key\": \"${ACME_API_KEY}\"",
              "\"X-Gamma-Api-Key\": \"${input:gamma-api-key}\"",
              "env_http_headers = {",
              "header = \"X-Beta-Api-Key: $BETA_API_KEY\"",
              "\"X-Acme-Api-Key\": os.environ[\"ACME_API_KEY\"]")
          .doesNotContain("Bearer", "cannot be reached over HTTP", "BACK_OFFICE_API_KEY")
          .contains("set the header of the API to `full-access`")
          .doesNotContain("allows reading only");
    }
  }

  @Test
  void aMockNeedsNoKeys() throws Exception {
    try (SeveralServer server = new SeveralServer(folder, "--mock")) {
      assertThat(server.client("/mcp").get("/index.md").body())
          .contains("claude mcp add --scope user --transport http back-office http://127.0.0.1")
          .contains("Without credentials");
    }
  }

  private static Servable.Member withTool(String id, ServerDefinition definition) {
    OwnTool tool =
        new OwnTool(
            OwnTool.definition("who").access(AccessLevel.READ).build(),
            (arguments, context) ->
                ToolResult.text(context.caller().credential().map(Secret::reveal).orElse("none")));
    return new Servable.Member(
        id, definition, new Extensions(List.of(tool), List.of(), null, null));
  }

  @Test
  @DisplayName("S16 a tool of one API gets the caller of that API only")
  void ownToolsGetTheirOwnCaller() throws Exception {
    Servable.Member acme = withTool("acme", SeveralServer.tracker(folder, "Acme"));
    Servable.Member beta =
        new Servable.Member("beta", SeveralServer.tracker(folder, "Beta"), Extensions.NONE);
    try (RunningApp app =
        new RunningApp(
            new Servable("Back Office", List.of(acme, beta)),
            Map.of(),
            List.of("--port=0", "--mock", "--stop-delay=0", "--feedback=off"))) {
      McpClient beside = app.client().with("X-Beta-Api-Key", "key-of-beta");
      assertThat(beside.tool("who", "{}")).isEqualTo("none");
      assertThat(app.client().with("X-Acme-Api-Key", "key-a").tool("who", "{}"))
          .doesNotContain("none");
      JsonNode tools =
          beside
              .result(McpClient.message("tools/list", JsonNodeFactory.instance.objectNode()))
              .required("tools");
      assertThat(tools)
          .extracting(tool -> tool.required("name").stringValue())
          .containsExactly("search", "execute", "who");
    }
    assertThat(
            run(
                new Servable(
                    "Back Office",
                    List.of(acme, withTool("beta", SeveralServer.tracker(folder, "Beta")))),
                "--mock"))
        .contains("The APIs acme and beta both have a tool who; give one of them another name.");
  }

  @Test
  void helpNamesTheApis() throws Exception {
    assertThat(run(SeveralServer.servable(folder), "--help"))
        .contains("--acme-FLAG, ACME_VARIABLE", "X-Beta-Api-Key", "BACK_OFFICE_PORT");
  }

  private static String run(Servable servable, String... flags) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    Console console = new Console(new ByteArrayInputStream(new byte[0]), out, out);
    new ServerCommand(servable, Map.of(), console).run(List.of(flags));
    return said.toString(StandardCharsets.UTF_8);
  }
}
