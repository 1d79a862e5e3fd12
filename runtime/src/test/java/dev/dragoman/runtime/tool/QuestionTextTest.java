package dev.dragoman.runtime.tool;

import static dev.dragoman.runtime.tool.ToolFixture.FULL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.execute.http.HttpExecutor;
import dev.dragoman.runtime.execute.origin.Upstream;
import dev.dragoman.runtime.guard.Guard;
import dev.dragoman.runtime.mcp.tool.ClientCapability;
import dev.dragoman.runtime.mcp.tool.ClientInput;
import dev.dragoman.runtime.mcp.tool.InputRequired;
import dev.dragoman.runtime.mcp.tool.ToolResponse;
import dev.dragoman.runtime.tool.call.CallOptions;
import dev.dragoman.runtime.tool.call.ConfirmationMode;
import dev.dragoman.runtime.tool.execute.ApiBackend;
import dev.dragoman.runtime.tool.execute.ExecuteTool;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a question shows of a body, however the agent spelled it. */
class QuestionTextTest {
  private static final ClientInput ASKABLE = ClientInput.of(Set.of(ClientCapability.ELICITATION));

  @TempDir Path folder;
  private final EchoUpstream api = new EchoUpstream();

  @BeforeEach
  void open() throws IOException {
    TrackerResources.write(folder);
  }

  @AfterEach
  void close() {
    api.close();
  }

  private String question(String body, boolean asText, boolean validating) {
    ServerDefinition definition = TrackerApi.definition(TrackerResources.anchorIn(folder)).build();
    ExecuteTool tool =
        new ExecuteTool(
            new ApiOperations(definition),
            new Guard(AccessNames.of("Acme")),
            ApiBackend.live(() -> new HttpExecutor(definition, Upstream.named(api.url()))),
            new CallOptions(validating, Optional.empty(), Optional.empty())
                .confirming(ConfirmationMode.WRITE));
    ObjectNode call = JsonMapper.shared().createObjectNode().put("operation", "issues_create");
    call.putObject("arguments").put("owner", "o").put("repo", "r");
    if (asText) {
      call.put("body", body);
    } else {
      call.set("body", JsonMapper.shared().readTree(body));
    }
    ToolResponse answer = ToolFixture.answer(tool, FULL, ASKABLE, call.toString());
    assertThat(answer).isInstanceOf(InputRequired.class);
    return ((InputRequired) answer).requests().get("confirm").params().path("message").asString("");
  }

  @ParameterizedTest(name = "S16 a body as JSON and as JSON text is asked about alike: {0}")
  @ValueSource(
      strings = {
        "{\"title\": \"tidy up\", \"password\": \"hunter2-TOP\", \"user\": {\"password\": \"h2\"}}",
        "{\"title\": \"t\", \"labels\": [\"a\", \"b\"], \"deep\": [{\"x\": {\"api_key\": \"k\"}}]}",
        "{\"title\": \"t\", \"text\": \"{\\\"scope\\\": \\\"EVERYTHING\\\"}\"}"
      })
  void bothSpellingsAlike(String body) {
    assertThat(question(body, true, true)).isEqualTo(question(body, false, true));
    assertThat(question(body, true, false))
        .contains("title: \"t")
        .doesNotContain("hunter2", "h2\"", "\"k\"");
  }

  @Test
  @DisplayName("S16 all of a long body as JSON text is shown, not its first 200 bytes")
  void longTextsAreShown() {
    String body = "{\"title\": \"%s\", \"scope\": \"EVERYTHING\"}".formatted("x".repeat(200));

    assertThat(question(body, true, true)).contains("body.scope: \"EVERYTHING\"\n");
  }

  @ParameterizedTest(name = "S10 a secret is described wherever it stands: {0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"title\": \"t\", \"user\": {\"password\": \"hush\"}} | body.user.password: a string of 4",
        "{\"title\": \"t\", \"a\": [{\"b\": {\"token\": \"hush\"}}]} | body.a[0].b.token: a string of 4",
        "{\"title\": \"t\", \"a\": [[{\"secret\": [\"hush\"]}]]} | body.a[0][0].secret: an array",
        "{\"title\": \"t\", \"credentials\": {\"user\": \"hush\"}} | body.credentials: an object",
        "{\"title\": \"t\", \"env\": [{\"name\": \"DB_PASSWORD\", \"value\": \"hush\"}]} | body.env[0].value: a string of 4",
        "{\"title\": \"t\", \"config\": \"{\\\"api_key\\\": \\\"hush\\\"}\"} | body.config (JSON text).api_key: a string of 4",
        "{\"title\": \"t\", \"config\": [\"{\\\"pwd\\\": \\\"hush\\\"}\"]} | body.config[0] (JSON text).pwd: a string of 4"
      })
  void secretsAreDescribed(String body, String line) {
    assertThat(question(body, false, true)).contains(line).doesNotContain("hush");
    assertThat(question(body, true, true)).contains(line).doesNotContain("hush");
  }

  @ParameterizedTest(name = "S11 a question is bounded: {0}")
  @ValueSource(strings = {"deep", "wide", "long names", "long name, many values", "texts in texts"})
  void questionsAreBounded(String kind) {
    String body =
        switch (kind) {
          case "deep" -> "{\"title\": \"t\", \"a\": " + "[".repeat(80) + "1" + "]".repeat(80) + "}";
          case "wide" -> "{\"title\": \"t\", \"a\": [" + "[1, {}],".repeat(10_000) + "1]}";
          case "long names" -> "{\"title\": \"t\", \"" + "n".repeat(40_000) + "\": {\"b\": 1}}";
          case "long name, many values" ->
              "{\"title\": \"t\", \"%s\": [%s1]}"
                  .formatted("n".repeat(40_000), "{\"a\": 1},".repeat(15_000));
          default -> nested(12);
        };

    long begin = System.nanoTime();
    String message = question(body, false, true);

    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    assertThat(ForeignText.bytes(message)).isLessThan(3_000);
    assertThat(message).contains("body.title: \"t\"");
  }

  /** JSON text in JSON text, each in the quotes of the one around it. */
  private static String nested(int times) {
    ObjectNode inner = JsonMapper.shared().createObjectNode().put("x", 1);
    for (int i = 0; i < times; i++) {
      inner = JsonMapper.shared().createObjectNode().put("title", "t").put("x", inner.toString());
    }
    return inner.toString();
  }
}
