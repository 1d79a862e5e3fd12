package dev.dragoman.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.example.polytomic.PolytomicServer;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What clients are shown, as it stands in {@code src/test/snapshots}. After a change that is meant,
 * delete the file and run the test: it is written anew, and the test fails until that is committed.
 */
class ToolsListTest {
  private static final Path SNAPSHOT = Path.of("src/test/snapshots/tools-list.json");
  private static final String LIST =
      """
      {"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"_meta":{\
      "io.modelcontextprotocol/protocolVersion":"2026-07-28",\
      "io.modelcontextprotocol/clientCapabilities":{}}}}
      """;

  @Test
  void isTheSnapshot() throws IOException {
    String shown =
        JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(toolsList());
    if (!Files.exists(SNAPSHOT)) {
      Files.createDirectories(SNAPSHOT.getParent());
      Files.writeString(SNAPSHOT, shown + "\n");
      throw new AssertionError(SNAPSHOT + " was missing and is written now: read and commit it");
    }
    assertThat(shown + "\n").isEqualTo(Files.readString(SNAPSHOT));
  }

  @Test
  void hintsSayWhatToolsCanDo() throws IOException {
    JsonNode tools = toolsList().path("tools");
    assertThat(tools.get(0).path("name").asString()).isEqualTo("search");
    assertThat(tools.get(0).path("annotations").path("readOnlyHint").asBoolean()).isTrue();
    assertThat(tools.get(1).path("name").asString()).isEqualTo("execute");
    assertThat(tools.get(1).path("annotations").path("readOnlyHint").asBoolean()).isTrue();
    assertThat(tools.get(1).path("annotations").path("destructiveHint").asBoolean()).isFalse();
    assertThat(tools.get(2).path("name").asString()).isEqualTo("submit_mcp_feedback");
  }

  @Test
  void withFullAccessExecuteCanDestroy() throws IOException {
    JsonNode execute = toolsList("full-access").path("tools").get(1);
    assertThat(execute.path("name").asString()).isEqualTo("execute");
    assertThat(execute.path("annotations").path("readOnlyHint").asBoolean()).isFalse();
    assertThat(execute.path("annotations").path("destructiveHint").asBoolean()).isTrue();
  }

  private static JsonNode toolsList() throws IOException {
    return toolsList("read-only");
  }

  private static JsonNode toolsList(String accessMode) throws IOException {
    ProcessBuilder command =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    PolytomicServer.class.getName(),
                    "--stdio"))
            .redirectError(Redirect.DISCARD);
    command.environment().put("POLYTOMIC_ACCESS_MODE", accessMode);
    Process server = command.start();
    try (OutputStream in = server.getOutputStream()) {
      in.write(LIST.getBytes(StandardCharsets.UTF_8));
    }
    String line = new String(server.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return JsonMapper.shared().readTree(line).path("result");
  }
}
