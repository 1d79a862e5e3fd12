package dev.dragoman.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.app.McpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A client with a progress token is told about the calls of a script while it runs. */
class ScriptProgressTest {
  @TempDir Path folder;

  @Test
  void eachCallOfAScriptIsReported() throws Exception {
    String script =
        "for (const page of [1, 2]) await api.issues_list({owner: 'o', repo: 'r', page});"
            + " return (await api.users_me()).method";
    try (ScriptServer server = new ScriptServer(folder)) {
      String plain = McpClient.call("run_script", ScriptServer.arguments(script, false));
      ObjectNode message = (ObjectNode) JsonMapper.shared().readTree(plain);
      message
          .withObjectProperty("params")
          .withObjectProperty("_meta")
          .put("progressToken", "token-1");
      HttpResponse<String> response = server.writer().post(message.toString());
      List<JsonNode> events =
          response
              .body()
              .lines()
              .filter(line -> line.startsWith("data: {"))
              .map(line -> JsonMapper.shared().readTree(line.substring("data: ".length())))
              .toList();
      List<JsonNode> progress =
          events.stream()
              .filter(event -> event.path("method").asString("").equals("notifications/progress"))
              .map(event -> event.required("params"))
              .toList();

      assertThat(progress).isNotEmpty();
      assertThat(progress.get(0).path("message").asString()).isEqualTo("call 1: issues_list");
      assertThat(progress)
          .allMatch(event -> event.path("progressToken").asString().equals("token-1"))
          .extracting(event -> event.path("progress").intValue())
          .isSorted()
          .doesNotHaveDuplicates();
      assertThat(events.get(events.size() - 1).at("/result/content/0/text").asString())
          .contains("\"calls\":3");
    }
  }
}
