package dev.dragoman.runtime.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.app.McpClient;
import dev.dragoman.runtime.tool.TrackerApi;
import dev.dragoman.runtime.tool.TrackerResources;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.JsonNodeFactory;

/** A tool of one operation can still be called by the name that it had before. */
class FormerToolNameTest {
  private static final String[] FLAGS = {
    "--port", "0", "--mock", "--feedback", "off", "--stop-delay", "0"
  };

  @TempDir Path folder;
  private ServerDefinition definition;

  @BeforeEach
  void write() throws IOException {
    TrackerResources.write(folder);
    Files.writeString(
        folder.resolve(TrackerApi.ROOT).resolve("tools.json"),
        """
        {"mode": "both", "tools": [
          {"name": "me", "title": "T", "description": "D", "operation": "users_me",
           "access": "read", "input": {"type": "object", "properties": {}},
           "formerly": ["whoami", "shared"]},
          {"name": "status", "title": "T", "description": "D", "operation": "status_get",
           "access": "read", "input": {"type": "object", "properties": {}},
           "formerly": ["shared"]}]}
        """);
    definition = TrackerApi.definition(TrackerResources.anchorIn(folder)).build();
  }

  private static void check(RunningServer server) throws Exception {
    McpClient client = new McpClient(URI.create("http://127.0.0.1:" + server.port() + "/mcp"));
    assertThat(client.tool("whoami", "{}"))
        .contains("\"status\":200", "the tool whoami is now named me");
    assertThat(client.tool("me", "{}")).contains("\"status\":200").doesNotContain("is now named");
    String list =
        client.post(McpClient.message("tools/list", JsonNodeFactory.instance.objectNode())).body();
    assertThat(list).contains("\"name\":\"me\"").doesNotContain("whoami");
    assertThat(client.post(McpClient.call("shared", "{}")).body())
        .as("two tools had this name")
        .contains("Unknown tool: shared.");
  }

  @Test
  void ofAServerOfOneApi() throws Exception {
    try (RunningServer server = McpServer.builder(definition).build().start(FLAGS)) {
      check(server);
    }
  }

  @Test
  void ofAServerOfSeveralApis() throws Exception {
    try (RunningServer server =
        McpServer.combined("Back Office").api(definition).build().start(FLAGS)) {
      check(server);
    }
  }
}
