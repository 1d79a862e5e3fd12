package dev.dragoman.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.example.polytomic.PolytomicServer;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The generated Polytomic server in a process of its own, driven by the official Java client. */
class ExampleServerTest {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();
  private static final Pattern URL = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");

  @Test
  void overStdio() {
    List<String> arguments = command("--stdio", "--mock", "--feedback", "off");
    converse(
        new StdioClientTransport(
            ServerParameters.builder(JAVA).args(arguments.subList(1, arguments.size())).build(),
            new JacksonMcpJsonMapper(JsonMapper.shared())));
  }

  @Test
  void overHttp() throws IOException {
    Process server =
        new ProcessBuilder(command("--http", "--port", "0", "--mock", "--feedback", "off"))
            .redirectOutput(Redirect.DISCARD)
            .start();
    try (BufferedReader log =
        new BufferedReader(
            new InputStreamReader(server.getErrorStream(), StandardCharsets.UTF_8))) {
      converse(HttpClientStreamableHttpTransport.builder(url(log)).build());
    } finally {
      server.destroy();
    }
  }

  private static List<String> command(String... options) {
    List<String> command = new java.util.ArrayList<>();
    command.add(JAVA);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(PolytomicServer.class.getName());
    command.addAll(List.of(options));
    return command;
  }

  private static String url(BufferedReader log) throws IOException {
    for (String line = log.readLine(); line != null; line = log.readLine()) {
      Matcher url = URL.matcher(line);
      if (url.find()) {
        return url.group();
      }
    }
    throw new AssertionError("the server ended without saying where it listens");
  }

  private static void converse(McpClientTransport transport) {
    try (McpSyncClient client =
        McpClient.sync(transport).requestTimeout(Duration.ofSeconds(30)).build()) {
      client.initialize();
      assertThat(client.listTools().tools())
          .extracting(Tool::name)
          .containsExactly("search", "execute");
      assertThat(text(client, "search", Map.of("query", "list the bulk syncs")))
          .contains("bulkSync_list: GET /api/bulk/syncs");
      assertThat(text(client, "execute", Map.of("operation", "identity_get")))
          .contains("\"status\":200");
      CallToolResult refused =
          client.callTool(
              CallToolRequest.builder("execute")
                  .arguments(Map.of("operation", "DELETE /api/bulk/syncs/{id}"))
                  .build());
      assertThat(refused.isError()).isTrue();
      assertThat(text(refused))
          .contains("X-Polytomic-Access-Mode: full-access", "POLYTOMIC_ACCESS_MODE=full-access");
    }
  }

  private static String text(McpSyncClient client, String tool, Map<String, Object> arguments) {
    CallToolResult result =
        client.callTool(CallToolRequest.builder(tool).arguments(arguments).build());
    assertThat(result.isError()).as(text(result)).isNotEqualTo(true);
    return text(result);
  }

  private static String text(CallToolResult result) {
    return ((TextContent) result.content().get(0)).text();
  }
}
