package dev.dragoman.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.app.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The servlet in real containers, with real clients. */
class McpServletTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void theSdkListsCallsAndIsAsked(Container.Kind kind) throws Exception {
    List<String> questions = new CopyOnWriteArrayList<>();
    try (Container container = kind.start(new Tracker(folder).servlet());
        McpSyncClient client =
            io.modelcontextprotocol.client.McpClient.sync(
                    HttpClientStreamableHttpTransport.builder(
                            "http://127.0.0.1:" + container.port())
                        .build())
                .requestTimeout(Duration.ofSeconds(20))
                .capabilities(ClientCapabilities.builder().elicitation().build())
                .elicitation(
                    request -> {
                      questions.add(request.message());
                      return new ElicitResult(ElicitResult.Action.ACCEPT, Map.of("confirm", true));
                    })
                .build()) {
      client.initialize();
      assertThat(client.listTools().tools())
          .extracting(Tool::name)
          .containsExactly("search", "execute", "wait", "much", "sure");
      assertThat(text(client, "execute", Map.of("operation", "status_get"))).contains("200");
      assertThat(text(client, "search", Map.of("query", "issues"))).contains("issues_list");
      assertThat(text(client, "much", Map.of())).hasSize(39_000);
      assertThat(text(client, "sure", Map.of())).isEqualTo("was sure");
      assertThat(questions).hasSize(1);
      client.ping();
    }
  }

  private static String text(McpSyncClient client, String tool, Map<String, Object> arguments) {
    CallToolResult result =
        client.callTool(CallToolRequest.builder(tool).arguments(arguments).build());
    return ((TextContent) result.content().get(0)).text();
  }

  @ParameterizedTest
  @EnumSource
  void pagesOfTheApplicationAreBesideIt(Container.Kind kind) throws Exception {
    McpServlet servlet = new Tracker(folder).servlet();
    try (Container container = kind.start(servlet)) {
      McpClient client = new McpClient(container.mcp());
      assertThat(client.get("/page").body()).isEqualTo("own page");
      assertThat(client.get("/healthz").statusCode()).as("is the application's").isEqualTo(404);
      assertThat(client.tool("execute", "{\"operation\": \"status_get\"}")).contains("200");
      assertThat(servlet.metrics()).contains("operation=\"status_get\"");
    }
  }

  @ParameterizedTest
  @EnumSource
  void worksBelowAContextPathAndServesProbesThatAreMapped(Container.Kind kind) throws Exception {
    McpServlet servlet = new Tracker(folder).servlet("--metrics");
    try (Container container =
        kind.start(
            "/shop",
            context -> {
              servlet.addTo(context);
              context.getServletRegistration("mcp").addMapping("/healthz", "/readyz", "/metrics");
            })) {
      McpClient client = new McpClient(container.mcp().resolve("/shop/mcp"));
      assertThat(client.tool("execute", "{\"operation\": \"status_get\"}")).contains("200");
      McpClient issues = new McpClient(container.mcp().resolve("/shop/mcp/t/issues/readonly"));
      assertThat(issues.tool("execute", "{\"operation\": \"status_get\"}"))
          .contains("does not have the tag issues");
      assertThat(client.get("/shop/readyz").body()).isEqualTo("ok");
      assertThat(client.get("/shop/healthz").body()).isEqualTo("ok");
      assertThat(client.get("/shop/metrics").body()).contains("operation=\"status_get\"");
      assertThat(client.get("/mcp").statusCode()).isEqualTo(404);
    }
  }

  @ParameterizedTest
  @EnumSource
  void thePageIsBelowTheEndpointAndKnowsItsContext(Container.Kind kind) throws Exception {
    McpServlet servlet = new Tracker(folder).servlet();
    try (Container container = kind.start("/shop", servlet::addTo)) {
      URI endpoint = container.mcp().resolve("/shop/mcp");
      HttpResponse<String> opened = open(endpoint);
      assertThat(opened.statusCode()).isEqualTo(303);
      URI address = endpoint.resolve(opened.headers().firstValue("Location").orElseThrow());
      assertThat(address.getPath()).isEqualTo("/shop/mcp/index.html");
      assertThat(open(URI.create(endpoint + "/")).statusCode()).isIn(303, 404);

      HttpResponse<String> page = open(address);
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body())
          .contains(">" + endpoint + "<")
          .contains("data-endpoint=\"../mcp\"")
          .contains("issues_list");
      String tag = page.headers().firstValue("ETag").orElseThrow();
      assertThat(
              HttpClient.newHttpClient()
                  .send(
                      HttpRequest.newBuilder(address).header("If-None-Match", tag).build(),
                      BodyHandlers.ofString())
                  .statusCode())
          .isEqualTo(304);
      assertThat(open(address.resolve("index.md")).body()).startsWith("# ").contains("" + endpoint);
      assertThat(new McpClient(endpoint).get("/shop/page").body()).isEqualTo("own page");
      assertThat(open(endpoint.resolve("/shop/")).statusCode()).isEqualTo(404);
    }
  }

  @ParameterizedTest
  @EnumSource
  void thePageCanBeOff(Container.Kind kind) throws Exception {
    McpServlet servlet = new Tracker(folder).servlet("--page", "off", "--server-card", "off");
    assertThat(servlet.paths()).containsExactly("/mcp", "/mcp/readonly", "/mcp/t/*");
    try (Container container = kind.start(servlet)) {
      assertThat(open(container.mcp()).statusCode()).isEqualTo(405);
      assertThat(open(container.mcp().resolve("/mcp/index.html")).statusCode()).isEqualTo(404);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theServerCardAndTheChallengeAreServed(Container.Kind kind) throws Exception {
    McpServlet servlet = new Tracker(folder).servlet("--apps-challenge", "token-1");
    assertThat(servlet.paths())
        .contains(
            "/mcp/server-card",
            "/.well-known/ai-catalog.json",
            "/.well-known/openai-apps-challenge");
    try (Container container = kind.start(servlet)) {
      HttpResponse<String> card = open(container.mcp().resolve("/mcp/server-card"));
      assertThat(card.headers().firstValue("Content-Type").orElseThrow())
          .startsWith("application/mcp-server-card+json");
      assertThat(card.body()).contains("\"url\":\"" + container.mcp() + "\"");
      assertThat(open(container.mcp().resolve("/.well-known/ai-catalog.json")).body())
          .contains("\"url\":\"" + container.mcp() + "/server-card\"");
      assertThat(open(container.mcp().resolve("/.well-known/openai-apps-challenge")).body())
          .isEqualTo("token-1");
    }
  }

  private static HttpResponse<String> open(URI address) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(address).header("Accept", "text/html").build(),
            BodyHandlers.ofString());
  }

  @ParameterizedTest
  @EnumSource
  void clientsFindTheAuthorizationServer(Container.Kind kind) throws Exception {
    McpServlet servlet =
        new Tracker(folder)
            .servlet(
                "--oauth-issuer", "http://127.0.0.1:9", "--public-url", "https://shop.example.com");
    assertThat(servlet.paths()).contains("/mcp", "/.well-known/oauth-protected-resource/mcp");
    try (Container container = kind.start(servlet)) {
      McpClient client = new McpClient(container.mcp());
      var refused = client.post(McpClient.call("search", "{\"query\": \"x\"}"));
      assertThat(refused.statusCode()).isEqualTo(401);
      assertThat(refused.headers().firstValue("WWW-Authenticate").orElseThrow())
          .contains("https://shop.example.com/.well-known/oauth-protected-resource/mcp");
      assertThat(client.get("/.well-known/oauth-protected-resource/mcp").body())
          .contains("\"resource\":\"https://shop.example.com/mcp\"");
    }
  }

  @ParameterizedTest
  @EnumSource
  void toolsAreOpenWhereThatIsChosen(Container.Kind kind) throws Exception {
    try (Container container = kind.start(new Tracker(folder).servlet("--open-api"))) {
      HttpClient http = HttpClient.newHttpClient();
      HttpResponse<String> called =
          http.send(
              HttpRequest.newBuilder(container.mcp().resolve("/tools/execute"))
                  .header("Content-Type", "application/json")
                  .POST(BodyPublishers.ofString("{\"operation\": \"status_get\"}"))
                  .build(),
              BodyHandlers.ofString());
      assertThat(called.statusCode()).as(called.body()).isEqualTo(200);
      assertThat(new McpClient(container.mcp()).get("/openapi.json").body())
          .contains("/tools/execute");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRegistrationThatIsNotAsynchronousIsAClearError(Container.Kind kind) throws Exception {
    McpServlet servlet = new Tracker(folder).servlet();
    try (Container container =
        kind.start("", context -> context.addServlet("m", servlet).addMapping("/mcp"))) {
      McpClient client = new McpClient(container.mcp());
      var response = client.post(McpClient.call("search", "{\"query\": \"x\"}"));
      assertThat(response.statusCode()).isEqualTo(500);
      assertThat(response.body()).contains("does not support asynchronous processing");
    }
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() throws Exception {
    McpServlet servlet =
        new Tracker(folder).servlet("--port", "1", "--host", "::", "--validation", "lax");
    assertThatThrownBy(servlet::paths)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--port does not apply here")
        .hasMessageContaining("--host does not apply here")
        .hasMessageContaining("--validation must be strict or off.");
  }
}
