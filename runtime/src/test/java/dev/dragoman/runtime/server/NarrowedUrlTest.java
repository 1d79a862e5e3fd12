package dev.dragoman.runtime.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.app.McpClient;
import dev.dragoman.runtime.extension.Tool;
import dev.dragoman.runtime.extension.ToolContext;
import dev.dragoman.runtime.extension.ToolDefinition;
import dev.dragoman.runtime.extension.ToolResult;
import dev.dragoman.runtime.request.Arguments;
import dev.dragoman.runtime.tool.TrackerApi;
import dev.dragoman.runtime.tool.TrackerResources;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** URLs that withhold operations: {@code /mcp/readonly} and {@code /mcp/t/TAG}. */
class NarrowedUrlTest {
  private static final String FULL = "full-access";
  private static final String READ = "{\"operation\": \"users_me\"}";
  private static final String WRITE =
      "{\"operation\": \"issues_create\", \"arguments\":"
          + " {\"owner\": \"o\", \"repo\": \"r\"}, \"body\": {\"title\": \"t\"}}";

  @TempDir static Path folder;
  private static RunningServer server;

  @BeforeAll
  static void start() throws IOException {
    TrackerResources.write(folder);
    Files.writeString(
        folder.resolve(TrackerApi.ROOT).resolve("tools.json"),
        """
        {"mode": "both", "tools": [
          {"name": "me", "title": "T", "description": "D", "operation": "users_me",
           "access": "read", "input": {"type": "object", "properties": {}}},
          {"name": "status", "title": "T", "description": "D", "operation": "status_get",
           "access": "read", "input": {"type": "object", "properties": {}}}]}
        """);
    server =
        McpServer.builder(TrackerApi.definition(TrackerResources.anchorIn(folder)).build())
            .tool(new Own())
            .build()
            .start("--port", "0", "--mock", "--feedback", "off", "--stop-delay", "0");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** A tool of the server's owner. */
  private record Own() implements Tool {
    @Override
    public ToolDefinition definition() {
      return ToolDefinition.builder("own")
          .title("T")
          .description("D")
          .access(AccessLevel.READ)
          .build();
    }

    @Override
    public ToolResult call(Arguments arguments, ToolContext context) {
      return ToolResult.text("ran");
    }
  }

  private static McpClient client(String path, String access) {
    return new McpClient(
        URI.create("http://127.0.0.1:" + server.port() + path), "X-Acme-Access-Mode", access);
  }

  private static List<String> tools(McpClient client) throws Exception {
    List<String> names = new ArrayList<>();
    for (JsonNode tool :
        client
            .result(McpClient.message("tools/list", JsonNodeFactory.instance.objectNode()))
            .required("tools")) {
      names.add(tool.required("name").stringValue());
    }
    return names;
  }

  @Test
  void theWholeServerIsAtItsUsualUrl() throws Exception {
    McpClient all = client("/mcp", FULL);
    assertThat(all.tool("execute", READ)).contains("\"status\":200");
    assertThat(all.tool("execute", WRITE)).contains("\"status\":201");
    assertThat(all.tool("own", "{}")).isEqualTo("ran");
    assertThat(tools(all)).containsExactly("search", "execute", "me", "status", "own");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/mcp/readonly", "/mcp/readonly/", "/mcp/%72eadonly"})
  void readonlyWithholdsWritesWhateverTheHeaderSays(String path) throws Exception {
    McpClient reading = client(path, FULL);
    assertThat(reading.tool("execute", READ)).contains("\"status\":200");
    assertThat(reading.tool("execute", WRITE)).startsWith("error: ").contains("read-only");
  }

  @Test
  void aTagWithholdsTheOperationsOfOthers() throws Exception {
    McpClient issues = client("/mcp/t/issues", FULL);
    assertThat(issues.tool("execute", WRITE)).contains("\"status\":201");
    assertThat(issues.tool("execute", READ))
        .startsWith("error: ")
        .contains("users_me (GET /user) does not have the tag issues, to which the URL of this")
        .contains("such as the one that ends in /mcp.");
    assertThat(issues.tool("execute", "{\"operation\": \"status_get\"}"))
        .startsWith("error: ")
        .contains("does not have the tag issues");
    assertThat(issues.tool("search", "{\"query\": \"authenticated user\"}"))
        .doesNotContain("users_me");
    assertThat(issues.tool("search", "{\"query\": \"create issue\"}")).contains("issues_create");
    assertThat(issues.tool("search", "{\"query\": \"create issue\", \"tag\": \"users\"}"))
        .startsWith("error: ")
        .contains("limits it to the tag \"issues\"; omit tag");
    assertThat(issues.tool("search", "{\"operation\": \"users_me\"}"))
        .contains("refused here")
        .contains("with another URL of this server");
  }

  @Test
  void aTagNeverAllowsMore() throws Exception {
    assertThat(client("/mcp/t/issues", "read-only").tool("execute", WRITE))
        .startsWith("error: ")
        .contains("this connection is read-only");
  }

  @Test
  void bothCanBeCombined() throws Exception {
    McpClient reading = client("/mcp/t/issues/readonly", FULL);
    assertThat(reading.tool("execute", WRITE)).startsWith("error: ").contains("read-only");
    assertThat(reading.tool("execute", READ)).startsWith("error: ").contains("the tag issues");
    assertThat(
            reading.tool(
                "execute",
                "{\"operation\": \"issues_list\", \"arguments\": {\"owner\": \"o\", \"repo\":"
                    + " \"r\"}}"))
        .contains("\"status\":200");
  }

  @Test
  void toolsOfOtherTagsAreNotListed() throws Exception {
    McpClient users = client("/mcp/t/Users", FULL);
    assertThat(tools(users)).containsExactly("search", "execute", "me");
    assertThat(users.tool("me", "{}")).contains("\"status\":200");
    assertThat(users.tool("status", "{}")).startsWith("error: ").contains("the tag users");
    assertThat(users.tool("own", "{}")).startsWith("error: ").contains("own does not have the");
  }

  @ParameterizedTest
  @CsvSource({
    "/mcp/t/none, 404",
    "/mcp/t, 404",
    "/mcp/t/, 404",
    "/mcp/t/issues/other, 404",
    "/mcp/t/issues/readonly/more, 404",
    "/mcp/Readonly, 404",
    "/mcp/readonly/t/issues, 404"
  })
  void otherPathsAreNotThere(String path, int status) throws Exception {
    HttpResponse<String> response =
        client(path, FULL)
            .post(McpClient.message("tools/list", JsonNodeFactory.instance.objectNode()));
    assertThat(response.statusCode()).isEqualTo(status);
  }

  @Test
  void anUnknownTagIsExplained() throws Exception {
    HttpResponse<String> response =
        client("/mcp/t/none", FULL)
            .post(McpClient.message("tools/list", JsonNodeFactory.instance.objectNode()));
    assertThat(response.body())
        .contains("No operation has the tag in this URL. The tags: ")
        .contains("issues");
  }
}
