package dev.dragoman.runtime.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.extension.Tool;
import dev.dragoman.runtime.extension.ToolContext;
import dev.dragoman.runtime.extension.ToolDefinition;
import dev.dragoman.runtime.extension.ToolResult;
import dev.dragoman.runtime.request.Arguments;
import dev.dragoman.runtime.tool.EchoUpstream;
import dev.dragoman.runtime.tool.TrackerApi;
import dev.dragoman.runtime.tool.TrackerResources;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** The hints that clients approve calls by, for each access mode, and execute as two tools. */
class ExecuteHintsTest {
  private static final String[] WRITER = {
    "X-Acme-Access-Mode", "full-access", "Authorization", "Bearer key-1"
  };
  private static final String READ =
      "{\"operation\": \"issues_list\", \"arguments\": {\"owner\": \"o\", \"repo\": \"r\"}}";
  private static final String DELETE =
      "{\"operation\": \"issues_delete\","
          + " \"arguments\": {\"owner\": \"o\", \"repo\": \"r\", \"number\": 1}}";

  @TempDir Path folder;
  private final EchoUpstream api = new EchoUpstream();

  @BeforeEach
  void write() throws IOException {
    TrackerResources.write(folder);
  }

  @AfterEach
  void close() {
    api.close();
  }

  private RunningApp running(String... more) throws InterruptedException {
    List<String> flags = new ArrayList<>(List.of("--port", "0", "--stop-delay", "0"));
    flags.addAll(List.of("--feedback", folder.resolve("feedback.jsonl").toString()));
    flags.addAll(List.of(more));
    return new RunningApp(
        TrackerApi.definition(TrackerResources.anchorIn(folder)).build(),
        Map.of("ACME_BASE_URL", api.url().toString()),
        flags);
  }

  private static List<String> hints(McpClient client) throws Exception {
    JsonNode tools =
        client.result(McpClient.message("tools/list", JsonNodeFactory.instance.objectNode()));
    return tools
        .required("tools")
        .valueStream()
        .map(
            tool ->
                tool.required("name").stringValue()
                    + (tool.at("/annotations/readOnlyHint").booleanValue() ? " reads" : "")
                    + (tool.at("/annotations/destructiveHint").booleanValue() ? " destroys" : ""))
        .toList();
  }

  @Test
  void executeReadsInAReadOnlyConnection() throws Exception {
    try (RunningApp server = running()) {
      assertThat(hints(server.client()))
          .containsExactly("search reads", "execute reads", "submit_mcp_feedback");
      assertThat(hints(server.client().with(WRITER)))
          .containsExactly("search reads", "execute destroys", "submit_mcp_feedback");
    }
    try (RunningApp server = running("--access-ceiling", "read-only")) {
      assertThat(hints(server.client().with(WRITER))).contains("execute reads");
    }
  }

  private static String scope(RunningApp server, String method) throws Exception {
    String message =
        """
        {"jsonrpc": "2.0", "id": 1, "method": "%s", "params": {"_meta": {
          "io.modelcontextprotocol/protocolVersion": "2026-07-28",
          "io.modelcontextprotocol/clientCapabilities": {}}}}
        """
            .formatted(method);
    HttpRequest request =
        HttpRequest.newBuilder(server.url())
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .header("MCP-Protocol-Version", "2026-07-28")
            .header("Mcp-Method", method)
            .POST(BodyPublishers.ofString(message))
            .build();
    String body = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    return JsonMapper.shared().readTree(body).at("/result/cacheScope").stringValue();
  }

  @Test
  void theListDependsOnTheCallerAndIsPrivate() throws Exception {
    try (RunningApp server = running()) {
      assertThat(scope(server, "tools/list")).isEqualTo("private");
      assertThat(scope(server, "server/discover")).isEqualTo("public");
    }
  }

  @Test
  void executeIsTwoToolsIfTheOperatorWantsThat() throws Exception {
    try (RunningApp server = running("--split-execute")) {
      assertThat(server.err()).contains("Tools: search, execute_read, execute_write, submit");
      McpClient client = server.client().with(WRITER);
      assertThat(hints(client))
          .containsExactly(
              "search reads",
              "execute_read reads",
              "execute_write destroys",
              "submit_mcp_feedback");
      assertThat(client.tool("execute_read", READ)).contains("/repos/o/r/issues");
      assertThat(client.tool("execute_read", DELETE))
          .isEqualTo(
              "error: issues_delete is a destructive operation: run it with execute_write."
                  + " Nothing was sent.");
      assertThat(client.tool("execute_write", READ)).contains("run it with execute_read");
      assertThat(client.tool("execute_write", DELETE)).doesNotStartWith("error");
      assertThat(api.requests())
          .containsExactly(
              "GET /v1/repos/o/r/issues Bearer key-1 ",
              "DELETE /v1/repos/o/r/issues/1 Bearer key-1 ");
      assertThat(server.client().tool("execute_write", DELETE)).contains("Refused by this server");
    }
  }

  @Test
  void hitsOfSearchHaveTheHintsOfTheOperation() throws Exception {
    try (RunningApp server = running()) {
      assertThat(server.client().with(WRITER).tool("search", "{\"query\": \"delete an issue\"}"))
          .contains("access: destructive, allowed; idempotent");
      assertThat(server.client().tool("search", "{\"query\": \"list the issues\"}"))
          .contains("access: read, allowed\n");
    }
  }

  @Test
  void anOperationCanBeTheOnlyTool() throws Exception {
    Files.writeString(
        folder.resolve(TrackerApi.ROOT).resolve("tools.json"),
        """
        {"mode": "operations", "tools": [{"name": "list", "title": "T", "description": "D",
          "operation": "issues_list", "access": "read", "input": {"type": "object"}}]}
        """);
    try (RunningApp server = running()) {
      assertThat(hints(server.client())).containsExactly("submit_mcp_feedback", "list reads");
    }
    Tool same =
        new Tool() {
          @Override
          public ToolDefinition definition() {
            return ToolDefinition.builder("list").title("T").description("D").build();
          }

          @Override
          public ToolResult call(Arguments arguments, ToolContext context) {
            return ToolResult.text("");
          }
        };
    assertThat(new Extensions(List.of(same), List.of(), null, null).problems(List.of("list")))
        .singleElement()
        .asString()
        .contains("has the name list of an operation that is a tool of this server");
  }
}
