package dev.dragoman.example.polar.tools;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The Polar server in a process of its own, with its own tool and filter. */
class PolarServerTest {
  private static final String WEEK =
      "{\"metric_names\": [\"total_sales\", \"refunds\"], \"time_range\": \"last_7_days\"}";
  private static final String[] KEY = {"Authorization", "Bearer polar_oat_1"};

  @TempDir Path folder;
  private final PolarUpstream api = new PolarUpstream();
  private final PolarUpstream sandbox = new PolarUpstream();

  @AfterEach
  void close() {
    api.close();
    sandbox.close();
  }

  private PolarProcess server(String... flags) throws Exception {
    List<String> all = new ArrayList<>(List.of("--base-url", api.url()));
    all.addAll(List.of("--environment-url", "sandbox=" + sandbox.url()));
    all.addAll(List.of("--sandbox-key-prefix", "polar_sbx_"));
    all.addAll(List.of(flags));
    return new PolarProcess(Map.of(), all.toArray(String[]::new));
  }

  @Test
  void theToolComparesTwoPeriodsThroughTheClient() throws Exception {
    try (PolarProcess server = server()) {
      JsonNode audit =
          PolarProcess.result(server.call("audit_performance", WEEK, KEY))
              .required("structuredContent");
      assertThat(audit.at("/previous_period/from").asString()).isEqualTo("2026-06-29");
      JsonNode sales = audit.at("/metrics/0");
      assertThat(sales.toString())
          .contains("\"value\":1000,\"previous\":800,\"delta\":200")
          .contains("\"delta_percent\":25.0", "\"moved_most\":\"Email\"");
      assertThat(sales.path("channels").valueStream().map(JsonNode::toString))
          .containsExactly(
              "{\"value\":600,\"previous\":500,\"delta\":100,\"channel\":\"Meta Ads\",\"share_percent\":60.0}",
              "{\"value\":400,\"previous\":0,\"delta\":400,\"channel\":\"Email\",\"share_percent\":40.0}",
              "{\"value\":0,\"previous\":300,\"delta\":-300,\"channel\":\"TikTok\",\"share_percent\":0.0}");
      assertThat(audit.at("/metrics/1").toString())
          .contains("\"name\":\"refunds\"", "\"delta_percent\":null", "\"channels\":[]")
          .doesNotContain("moved_most");
    }
    assertThat(api.requests())
        .containsExactly(
            "POST /get_metrics Bearer polar_oat_1 {\"metric_names\":[\"total_sales\",\"refunds\"],"
                + "\"time_range\":\"last_7_days\",\"breakdown\":\"channel\"}",
            "POST /get_metrics Bearer polar_oat_1 {\"metric_names\":[\"total_sales\",\"refunds\"],"
                + "\"time_range\":\"custom\",\"breakdown\":\"channel\",\"date_from\":\"2026-06-29\","
                + "\"date_to\":\"2026-07-05\"}");
  }

  @Test
  void wrongInputIsRefusedBeforeAnythingIsSent() throws Exception {
    Map<String, String> problems =
        Map.of(
            "{}",
            "arguments/metric_names: is required",
            "{\"metric_names\": [], \"time_range\": \"yesterday\"}",
            "arguments/metric_names: expected at least 1",
            "{\"metric_names\": [[\"a\"]], \"time_range\": \"yesterday\"}",
            "arguments/metric_names[0]",
            "{\"metric_names\": [\"a\"], \"time_range\": \"custom\"}",
            "arguments/time_range",
            "{\"metric_names\": [\"a\"], \"time_range\": \"yesterday\", \"x\": 1}",
            "arguments/x: is unknown");
    try (PolarProcess server = server()) {
      for (Map.Entry<String, String> one : problems.entrySet()) {
        assertThat(PolarProcess.text(server.call("audit_performance", one.getKey(), KEY)))
            .contains("nothing was done", one.getValue());
      }
    }
    assertThat(api.requests()).isEmpty();
  }

  @Test
  void anErrorOfTheApiIsToldToTheModel() throws Exception {
    try (PolarProcess server = server()) {
      String limited = "{\"metric_names\": [\"limited\"], \"time_range\": \"yesterday\"}";
      HttpResponse<String> response = server.call("audit_performance", limited, KEY);
      assertThat(PolarProcess.result(response).path("isError").booleanValue()).isTrue();
      assertThat(PolarProcess.text(response)).contains("429", "Too Many Requests");
    }
  }

  @Test
  void postsThatReadAreReadsAndEmailsAreMasked() throws Exception {
    try (PolarProcess server = server()) {
      String context = "{\"operation\": \"get_context\", \"body\": {}}";
      assertThat(PolarProcess.text(server.call("execute", context, KEY)))
          .contains("hidden@example.invalid", "Europe/Paris")
          .doesNotContain("ana@lamps.example");
      String rating =
          "{\"operation\": \"rate_report\", \"body\": {\"query_id\": \"q\", \"score\": 8}}";
      assertThat(PolarProcess.text(server.call("execute", rating, KEY)))
          .contains("X-Polar-Access-Mode: full-access");
      assertThat(api.requests()).hasSize(1);
      String[] writer = {KEY[0], KEY[1], "X-Polar-Access-Mode", "full-access"};
      assertThat(PolarProcess.text(server.call("execute", rating, writer)))
          .contains("\"status\":200");
    }
  }

  @Test
  void theOpenApiTakesTheSameTokens() throws Exception {
    try (TokenIssuer issuer = new TokenIssuer();
        PolarProcess server =
            new PolarProcess(
                Map.of("POLAR_UPSTREAM_CREDENTIAL", "polar_oat_operator"),
                "--open-api",
                "--base-url",
                api.url(),
                "--public-url",
                "https://mcp.example",
                "--oauth-issuer",
                issuer.url())) {
      String tool = "/tools/audit_performance";
      HttpResponse<String> anonymous = server.post(tool, WEEK);
      assertThat(anonymous.statusCode()).isEqualTo(401);
      assertThat(anonymous.headers().firstValue("WWW-Authenticate").orElse(""))
          .contains("resource_metadata=\"https://mcp.example/");
      for (String wrong :
          List.of("polar_oat_1", issuer.token("https://other.example/mcp", "analytics.read"))) {
        assertThat(server.post(tool, WEEK, "Authorization", "Bearer " + wrong).statusCode())
            .isEqualTo(401);
      }
      String other = issuer.token("https://mcp.example/mcp", "profile");
      HttpResponse<String> unscoped = server.post(tool, WEEK, "Authorization", "Bearer " + other);
      assertThat(unscoped.statusCode()).isEqualTo(403);
      assertThat(unscoped.headers().firstValue("WWW-Authenticate").orElse(""))
          .contains("insufficient_scope", "analytics.read");
      assertThat(api.requests()).isEmpty();
      String token = issuer.token("https://mcp.example/mcp", "analytics.read");
      HttpResponse<String> audit = server.post(tool, WEEK, "Authorization", "Bearer " + token);
      assertThat(audit.statusCode()).isEqualTo(200);
      assertThat(audit.body()).contains("\"moved_most\":\"Email\"");
    }
    assertThat(api.requests()).allMatch(sent -> sent.contains(" Bearer polar_oat_operator "));
  }

  @Test
  void operationsThatAreToolsTakeTheirArgumentsDirectly() throws Exception {
    try (PolarProcess server = server()) {
      JsonNode result =
          PolarProcess.result(
              server.call(
                  "get_metrics",
                  "{\"metric_names\": [\"total_sales\"], \"time_range\": \"last_7_days\"}",
                  KEY));
      assertThat(result.path("isError").booleanValue()).as(result.toString()).isFalse();
      assertThat(api.requests())
          .containsExactly(
              "POST /get_metrics Bearer polar_oat_1"
                  + " {\"metric_names\":[\"total_sales\"],\"time_range\":\"last_7_days\"}");
      assertThat(PolarProcess.text(server.call("get_metrics", "{\"metric_names\": 7}", KEY)))
          .contains("metric_names", "time_range");
      assertThat(api.requests()).hasSize(1);
    }
  }

  @Test
  void aSandboxKeyGoesToTheSandboxAndNoOtherKeyDoes() throws Exception {
    try (PolarProcess server = server()) {
      server.call("audit_performance", WEEK, "Authorization", "Bearer polar_sbx_9");
      assertThat(api.requests()).isEmpty();
      assertThat(sandbox.requests()).hasSize(2).allMatch(sent -> sent.contains("polar_sbx_9"));
      HttpResponse<String> refused =
          server.call("audit_performance", WEEK, KEY[0], KEY[1], "X-Polar-Environment", "sandbox");
      assertThat(refused.statusCode()).isEqualTo(400);
      server.call("audit_performance", WEEK, KEY);
      assertThat(api.requests()).hasSize(2);
      assertThat(sandbox.requests()).hasSize(2);
    }
  }

  @Test
  void callsAreAuditedAndCounted() throws Exception {
    Path audit = folder.resolve("audit.jsonl");
    try (PolarProcess server = server("--metrics", "--audit", audit.toString())) {
      server.call("audit_performance", WEEK, KEY);
      assertThat(server.get("/metrics").body())
          .contains(
              "dragoman_tool_calls_total{tool=\"audit_performance\",outcome=\"success\"} 1",
              "dragoman_operation_calls_total{operation=\"get_metrics\",outcome=\"status_2xx\"} 2");
    }
    assertThat(Files.readAllLines(audit))
        .extracting(line -> JsonMapper.shared().readTree(line).path("operation").asString("-"))
        .containsExactly("get_metrics", "get_metrics", "-");
    assertThat(Files.readString(audit)).doesNotContain("polar_oat_1");
  }

  @Test
  void usersSignInWithOAuthAndTheirTokenStaysHere() throws Exception {
    try (TokenIssuer issuer = new TokenIssuer();
        PolarProcess server =
            new PolarProcess(
                Map.of("POLAR_UPSTREAM_CREDENTIAL", "polar_oat_operator"),
                "--base-url",
                api.url(),
                "--public-url",
                "https://mcp.example",
                "--oauth-issuer",
                issuer.url())) {
      HttpResponse<String> anonymous = server.call("audit_performance", WEEK);
      assertThat(anonymous.statusCode()).isEqualTo(401);
      assertThat(anonymous.headers().firstValue("WWW-Authenticate").orElse(""))
          .contains("resource_metadata=\"https://mcp.example/");
      String other = issuer.token("https://mcp.example/mcp", "profile");
      HttpResponse<String> unscoped =
          server.call("audit_performance", WEEK, "Authorization", "Bearer " + other);
      assertThat(unscoped.statusCode()).isEqualTo(403);
      assertThat(unscoped.headers().firstValue("WWW-Authenticate").orElse(""))
          .contains("insufficient_scope", "analytics.read");
      String token = issuer.token("https://mcp.example/mcp", "analytics.read");
      HttpResponse<String> response =
          server.call("audit_performance", WEEK, "Authorization", "Bearer " + token);
      assertThat(PolarProcess.text(response)).contains("\"moved_most\":\"Email\"");
    }
    assertThat(api.requests())
        .hasSize(2)
        .allMatch(sent -> sent.contains(" Bearer polar_oat_operator "));
  }

  @Test
  void theJavaClientOverStdio() {
    List<String> command = PolarProcess.command("--stdio", "--mock");
    converse(
        new StdioClientTransport(
            ServerParameters.builder(command.get(0))
                .args(command.subList(1, command.size()))
                .build(),
            new JacksonMcpJsonMapper(JsonMapper.shared())));
  }

  @Test
  void theJavaClientOverHttp() throws Exception {
    try (PolarProcess server = new PolarProcess(Map.of(), "--mock")) {
      converse(HttpClientStreamableHttpTransport.builder(server.url().toString()).build());
    }
  }

  private static void converse(McpClientTransport transport) {
    try (McpSyncClient client =
        McpClient.sync(transport).requestTimeout(Duration.ofSeconds(30)).build()) {
      client.initialize();
      assertThat(client.listTools().tools())
          .extracting(Tool::name)
          .containsExactly(
              "search",
              "execute",
              "get_metrics",
              "generate_report",
              "list_dashboards",
              "audit_performance");
      CallToolResult result =
          client.callTool(
              CallToolRequest.builder("audit_performance")
                  .arguments(Map.of("metric_names", List.of("orders"), "time_range", "yesterday"))
                  .build());
      assertThat(result.isError()).as(result.toString()).isNotEqualTo(true);
      assertThat(result.structuredContent().toString()).contains("total_sales", "Meta Ads");
    }
  }
}
