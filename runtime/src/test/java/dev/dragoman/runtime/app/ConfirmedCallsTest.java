package dev.dragoman.runtime.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.tool.EchoUpstream;
import dev.dragoman.runtime.tool.TrackerResources;
import dev.dragoman.runtime.tool.TrackerServer;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whole servers, started with {@code --confirm}, whose users are asked by real clients. */
class ConfirmedCallsTest {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();
  private static final String SENT = "DELETE /v1/repos/o/r/issues/7 Bearer key-1 ";
  private static final Map<String, Object> DELETE =
      Map.of(
          "operation",
          "issues_delete",
          "arguments",
          Map.of("owner", "o", "repo", "r", "number", 7));

  @TempDir Path folder;
  private final EchoUpstream api = new EchoUpstream();
  private final List<Process> children = new ArrayList<>();
  private final List<String> questions = new CopyOnWriteArrayList<>();

  @BeforeEach
  void write() throws IOException {
    TrackerResources.write(folder);
  }

  @AfterEach
  void close() {
    api.close();
    children.forEach(Process::destroyForcibly);
  }

  private List<String> command(String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "-cp",
                folder + File.pathSeparator + System.getProperty("java.class.path"),
                TrackerServer.class.getName(),
                "--feedback",
                "off"));
    command.addAll(List.of(arguments));
    return command;
  }

  private Map<String, String> environment() {
    return Map.of(
        "ACME_BASE_URL", api.url().toString(),
        "ACME_CONFIRM", "destructive",
        "ACME_STATE_KEY", "a key that both of the servers were given");
  }

  /** Starts a server over HTTP; its URL. */
  private URI http() throws IOException {
    List<String> command = new ArrayList<>(List.of(JAVA));
    command.addAll(command("--port", "0"));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment());
    Process process = builder.start();
    children.add(process);
    BufferedReader err = process.errorReader();
    String line = err.readLine();
    while (line != null && !line.contains("over MCP: ")) {
      line = err.readLine();
    }
    assertThat(line).as("the line with the address").isNotNull();
    return URI.create(line.replaceFirst(".*over MCP: ", ""));
  }

  private McpClientTransport transport(boolean overHttp) throws IOException {
    if (overHttp) {
      URI url = http();
      return HttpClientStreamableHttpTransport.builder(url.resolve("/").toString())
          .requestBuilder(
              HttpRequest.newBuilder()
                  .header("Authorization", "Bearer key-1")
                  .header("X-Acme-Access-Mode", "full-access"))
          .build();
    }
    ServerParameters server =
        ServerParameters.builder(JAVA)
            .args(command("--stdio"))
            .env(environment())
            .addEnvVar("ACME_ACCESS_MODE", "full-access")
            .addEnvVar("ACME_API_KEY", "key-1")
            .build();
    return new StdioClientTransport(server, new JacksonMcpJsonMapper(JsonMapper.shared()));
  }

  private String call(McpClientTransport transport, ElicitResult.Action action) {
    try (McpSyncClient client =
        McpClient.sync(transport)
            .requestTimeout(Duration.ofSeconds(30))
            .capabilities(ClientCapabilities.builder().elicitation().build())
            .elicitation(
                request -> {
                  questions.add(request.message());
                  return new ElicitResult(action, Map.of());
                })
            .build()) {
      client.initialize();
      CallToolResult result =
          client.callTool(CallToolRequest.builder("execute").arguments(DELETE).build());
      return ((TextContent) result.content().get(0)).text();
    }
  }

  @ParameterizedTest
  @CsvSource({"true, ACCEPT", "false, ACCEPT", "true, DECLINE", "false, DECLINE"})
  void theUserDecides(boolean overHttp, ElicitResult.Action action) throws IOException {
    String answer = call(transport(overHttp), action);

    assertThat(questions).singleElement().asString().contains("issues_delete", "number: 7");
    if (action == ElicitResult.Action.ACCEPT) {
      assertThat(answer).contains("\"method\":\"DELETE\"");
      assertThat(api.requests()).containsExactly(SENT);
    } else {
      assertThat(answer).contains("declined", "nothing was sent");
      assertThat(api.requests()).isEmpty();
    }
  }

  @Test
  void aServerTakesUpWhatAnotherWithItsKeyAsked() throws Exception {
    JsonNode asked = modern(http(), "");
    String state = asked.at("/result/requestState").asString("");
    String retry =
        ", \"inputResponses\": {\"confirm\": {\"action\": \"accept\"}}, \"requestState\": \"%s\""
            .formatted(state);
    assertThat(asked.at("/result/resultType").asString("")).isEqualTo("input_required");
    URI other = http();

    assertThat(modern(other, retry).at("/result/isError").booleanValue(true)).isFalse();
    assertThat(api.requests()).containsExactly(SENT);
    assertThat(modern(other, retry).at("/result/resultType").asString(""))
        .as("brought back twice")
        .isEqualTo("input_required");
    assertThat(api.requests()).hasSize(1);
  }

  private static JsonNode modern(URI url, String more) throws Exception {
    String message =
        "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/call\", \"params\": {\"name\":"
            + " \"execute\", \"_meta\": {\"io.modelcontextprotocol/protocolVersion\":"
            + " \"2026-07-28\", \"io.modelcontextprotocol/clientCapabilities\": {\"elicitation\":"
            + " {}}}, \"arguments\": "
            + JsonMapper.shared().writeValueAsString(DELETE)
            + more
            + "}}";
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .header("Content-Type", "application/json")
            .header("MCP-Protocol-Version", "2026-07-28")
            .header("Mcp-Method", "tools/call")
            .header("Mcp-Name", "execute")
            .header("Authorization", "Bearer key-1")
            .header("X-Acme-Access-Mode", "full-access")
            .POST(HttpRequest.BodyPublishers.ofString(message))
            .build();
    return JsonMapper.shared()
        .readTree(
            HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body());
  }
}
