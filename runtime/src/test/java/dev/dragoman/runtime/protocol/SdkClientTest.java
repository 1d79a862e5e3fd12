package dev.dragoman.runtime.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.mcp.fixture.FixtureServer;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * The client of the official Java SDK; over standard streams the server is a process of its own.
 */
class SdkClientTest {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();
  private static final List<String> SERVER =
      List.of(
          "-cp", System.getProperty("java.class.path"), FixtureServer.class.getName(), "--stdio");

  @Test
  void overHttp() {
    try (HttpTestServer server = new HttpTestServer()) {
      converse(
          HttpClientStreamableHttpTransport.builder("http://127.0.0.1:" + server.port()).build());
    }
  }

  @Test
  void overStdio() {
    converse(
        new StdioClientTransport(
            ServerParameters.builder(JAVA).args(SERVER).build(),
            new JacksonMcpJsonMapper(JsonMapper.shared())));
  }

  private static void converse(McpClientTransport transport) {
    try (McpSyncClient client =
        McpClient.sync(transport).requestTimeout(Duration.ofSeconds(20)).build()) {
      client.initialize();
      assertThat(client.getServerInfo().name()).isEqualTo("fixture");
      assertThat(client.getServerCapabilities().tools()).isNotNull();
      assertThat(client.listTools().tools())
          .extracting(Tool::name)
          .contains("echo", "test_simple_text");
      CallToolResult echo = client.callTool(call("echo", Map.of("value", List.of(1, "two"))));
      assertThat(echo.structuredContent()).isEqualTo(Map.of("value", List.of(1, "two")));
      CallToolResult refused = client.callTool(call("refuse", Map.of()));
      assertThat(refused.isError()).isTrue();
      assertThat(refused.content().get(0)).isInstanceOf(TextContent.class);
      assertThatThrownBy(() -> client.callTool(call("none", Map.of())))
          .isInstanceOf(McpError.class)
          .hasMessageContaining("Unknown tool");
      client.ping();
    }
  }

  @Test
  void isAskedOverHttp() {
    try (HttpTestServer server = new HttpTestServer()) {
      isAsked(
          HttpClientStreamableHttpTransport.builder("http://127.0.0.1:" + server.port()).build());
    }
  }

  @Test
  void isAskedOverStdio() {
    isAsked(
        new StdioClientTransport(
            ServerParameters.builder(JAVA).args(SERVER).build(),
            new JacksonMcpJsonMapper(JsonMapper.shared())));
  }

  private static void isAsked(McpClientTransport transport) {
    List<String> questions = new CopyOnWriteArrayList<>();
    try (McpSyncClient client =
        McpClient.sync(transport)
            .requestTimeout(Duration.ofSeconds(20))
            .capabilities(ClientCapabilities.builder().elicitation().build())
            .elicitation(
                request -> {
                  questions.add(request.message());
                  return new ElicitResult(ElicitResult.Action.ACCEPT, Map.of("name", "Ada"));
                })
            .build()) {
      client.initialize();
      CallToolResult result =
          client.callTool(call("test_input_required_result_elicitation", Map.of()));
      assertThat(questions).containsExactly("What is your name?");
      assertThat(((TextContent) result.content().get(0)).text()).contains("Ada");
    }
  }

  private static CallToolRequest call(String tool, Map<String, Object> arguments) {
    return CallToolRequest.builder(tool).arguments(arguments).build();
  }

  @Test
  @DisplayName("S17 Standard output carries messages only")
  void standardOutputCarriesMessagesOnlyAndHttpIsNotLoaded() throws Exception {
    Process process = new ProcessBuilder(withClassLog()).redirectError(Redirect.DISCARD).start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String crash = Message.in("2026-07-28").calls("crash", "{}").text() + "\n";
      process.getOutputStream().write(crash.getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().close();
      List<String> lines = out.lines().toList();
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
      assertThat(lines).filteredOn(line -> line.startsWith("{")).hasSize(1);
      assertThat(lines)
          .filteredOn(line -> line.contains("transport.http") || line.contains("jetty"))
          .isEmpty();
      assertThat(lines).filteredOn(line -> line.contains("transport.stdio")).isNotEmpty();
    }
  }

  /** The log of loaded classes shares standard output; its lines begin with a bracket. */
  private static List<String> withClassLog() {
    List<String> command = new ArrayList<>(List.of(JAVA, "-Xlog:class+load=info:stdout:tags"));
    command.addAll(SERVER);
    return command;
  }
}
