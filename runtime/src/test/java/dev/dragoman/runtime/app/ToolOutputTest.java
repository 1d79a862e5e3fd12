package dev.dragoman.runtime.app;

import static dev.dragoman.runtime.app.OwnTool.definition;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.extension.Tool;
import dev.dragoman.runtime.extension.ToolResult;
import dev.dragoman.runtime.tool.EchoUpstream;
import dev.dragoman.runtime.tool.TrackerApi;
import dev.dragoman.runtime.tool.TrackerResources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Results of tools and their output schemas. */
class ToolOutputTest {
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

  /** A tool whose output schema wants a count and a list of words. */
  private static Tool counting(String name, ToolResult result) {
    return new OwnTool(
        definition(name)
            .output(
                """
                {"type": "object", "required": ["count"], "additionalProperties": false,
                 "properties": {"count": {"type": "integer", "minimum": 0},
                                "words": {"type": "array", "items": {"type": "string"}}}}
                """)
            .build(),
        (in, context) -> result);
  }

  private static ToolResult json(String text) {
    return ToolResult.json(JsonMapper.shared().readTree(text));
  }

  private static final List<Tool> TOOLS =
      List.of(
          counting("right", json("{\"count\": 2, \"words\": [\"a\"]}")),
          counting("missing", json("{\"words\": []}")),
          counting("wrong", json("{\"count\": \"2\", \"words\": [1], \"more\": true}")),
          counting("negative", json("{\"count\": -1}")),
          counting("words", ToolResult.text("two")),
          counting("array", json("[2]")),
          counting("failing", ToolResult.error("Not today.")));

  private RunningApp running(String... more) throws InterruptedException {
    List<String> flags =
        new ArrayList<>(List.of("--port", "0", "--feedback", "off", "--stop-delay", "0"));
    flags.addAll(List.of(more));
    return new RunningApp(
        TrackerApi.definition(TrackerResources.anchorIn(folder)).build(),
        new Extensions(TOOLS, List.of(), null, null),
        Map.of("ACME_BASE_URL", api.url().toString()),
        flags);
  }

  @Test
  void aMockServerChecksResults() throws Exception {
    try (RunningApp server = running("--mock")) {
      assertThat(server.client().tool("right", "{}")).isEqualTo("{\"count\":2,\"words\":[\"a\"]}");
      assertThat(server.client().tool("failing", "{}")).isEqualTo("error: Not today.");
      assertThat(server.client().tool("missing", "{}"))
          .isEqualTo(
              "error: The result of missing does not match its output schema:\n"
                  + "- result/count: is required");
      assertThat(server.client().tool("wrong", "{}"))
          .contains("- result/count", "- result/words[0]", "- result/more");
      assertThat(server.client().tool("negative", "{}")).contains("- result/count");
      for (String tool : List.of("words", "array")) {
        assertThat(server.client().tool(tool, "{}"))
            .isEqualTo(
                "error: "
                    + tool
                    + " has an output schema, but its result has no structured content.");
      }
    }
  }

  @Test
  void aLiveServerDoesNotFailFinishedCalls() throws Exception {
    try (RunningApp server = running()) {
      assertThat(server.client().tool("missing", "{}")).isEqualTo("{\"words\":[]}");
      assertThat(server.client().tool("words", "{}")).isEqualTo("two");
    }
  }
}
