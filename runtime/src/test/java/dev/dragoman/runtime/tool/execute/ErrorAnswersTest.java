package dev.dragoman.runtime.tool.execute;

import static dev.dragoman.runtime.tool.ToolFixture.FULL;
import static dev.dragoman.runtime.tool.ToolFixture.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.Json;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.execute.RawUpstream;
import dev.dragoman.runtime.execute.http.HttpExecutor;
import dev.dragoman.runtime.execute.origin.Upstream;
import dev.dragoman.runtime.guard.Guard;
import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.mcp.tool.CallToolResult.Content;
import dev.dragoman.runtime.tool.ApiOperations;
import dev.dragoman.runtime.tool.TrackerApi;
import dev.dragoman.runtime.tool.TrackerResources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What an agent is shown of errors of a real API on loopback. */
class ErrorAnswersTest {
  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    TrackerResources.write(folder);
  }

  private List<String> failing(String head, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    RawUpstream.Script script =
        (request, out) -> out.write(RawUpstream.withBody("HTTP/1.1 " + head.strip(), bytes));
    try (RawUpstream api = RawUpstream.scripted(script)) {
      ServerDefinition definition =
          TrackerApi.definition(TrackerResources.anchorIn(folder)).build();
      ExecuteTool execute =
          new ExecuteTool(
              new ApiOperations(definition),
              new Guard(AccessNames.of("Acme")),
              ApiBackend.live(() -> new HttpExecutor(definition, Upstream.named(api.url()))));
      CallToolResult result = call(execute, FULL, "{\"operation\": \"users_me\"}");
      assertThat(result.isError()).isTrue();
      return result.content().stream().map(block -> ((Content.Text) block).text()).toList();
    }
  }

  @Test
  void aRateLimitWithStatus403() {
    List<String> shown =
        failing(
            """
            403 Forbidden
            Content-Type: application/json
            X-RateLimit-Remaining: 0
            X-RateLimit-Reset: 3600
            """,
            "{\"message\":\"API rate limit exceeded\"}");
    JsonNode result = Json.of(shown.get(0));
    assertThat(result.path("advice").stringValue())
        .startsWith("Too many calls: the API's rate limit is reached")
        .contains("Wait 3600 seconds, until 20");
    assertThat(result.path("body")).isEqualTo(Json.of("{\"message\":\"API rate limit exceeded\"}"));
  }

  @Test
  void aLongErrorIsOneShortValue() {
    List<String> shown =
        failing(
            "500 No\nContent-Type: application/json\n",
            "{\"trace\":\""
                + "\\n\\tat com.acme.Main.main(Main.java:1)".repeat(1_000)
                + "\",\"message\":\"no such card\"}");
    assertThat(shown).hasSize(1);
    assertThat(shown.get(0)).hasSizeLessThan(400);
    assertThat(Json.of(shown.get(0)).path("body"))
        .isEqualTo(Json.of("{\"message\":\"no such card\"}"));
    assertThat(Json.of(shown.get(0)).path("notice").stringValue())
        .startsWith("The error body is shortened: ");
  }

  @Test
  void aPageBecomesItsText() {
    List<String> shown =
        failing(
            "502 No\nContent-Type: text/html\n",
            "<html><title>502 Bad Gateway</title><style>"
                + "a{}".repeat(10_000)
                + "</style><h1>nginx</h1></html>");
    assertThat(shown).hasSize(2);
    assertThat(shown.get(1)).isEqualTo("502 Bad Gateway\nnginx");
  }
}
