package dev.dragoman.runtime.tool.feedback;

import static dev.dragoman.runtime.tool.ToolFixture.call;
import static dev.dragoman.runtime.tool.ToolFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Secret;
import dev.dragoman.runtime.feedback.JsonLinesFeedbackSink;
import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.tool.ApiOperations;
import dev.dragoman.runtime.tool.ToolFixture;
import dev.dragoman.runtime.tool.TrackerApi;
import dev.dragoman.runtime.tool.TrackerResources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class FeedbackToolTest {
  @TempDir Path folder;
  private Path file;
  private FeedbackTool feedback;

  @BeforeEach
  void open() throws IOException {
    TrackerResources.write(folder);
    file = folder.resolve("feedback.jsonl");
    feedback = tool(file);
  }

  private FeedbackTool tool(Path target) {
    return new FeedbackTool(
        new ApiOperations(TrackerApi.definition(TrackerResources.anchorIn(folder)).build()),
        new JsonLinesFeedbackSink(target, "acme", "1", Clock.systemUTC()));
  }

  @Test
  void aReadOnlyCallerMayReport() throws IOException {
    CallToolResult result =
        call(
            feedback,
            Caller.anonymous(),
            "{\"kind\": \"confusing\", \"message\": \"key sk_live_4eC39HqLyjWDarjtT1zdp7dc\","
                + " \"operation\": \"POST /repos/{owner}/{repo}/issues\", \"tool\": \"execute\"}");

    assertThat(result.isError()).isFalse();
    String line = Files.readString(file);
    String id = text(result).replaceFirst(".*Its id: ", "");
    assertThat(line)
        .startsWith("{\"id\":\"" + id + "\"")
        .contains("\"kind\":\"confusing\"", "\"tool\":\"execute\"", "key [redacted]")
        .contains("\"operation\":\"issues_create\"");
  }

  @ParameterizedTest(name = "S10 feedback does not keep the caller's own credential: {0}")
  @ValueSource(
      strings = {
        "key mykey-ABCdef/123 is bad",
        "key mykey-ABCdef\\u002f123 is bad",
        "mykey-ABCdef%2f123 and mykey-ABCdef%2F123",
        "Basic bXlrZXktQUJDZGVmLzEyMw==",
        "encoded: QmVhcmVyIG15a2V5LUFCQ2RlZi8xMjM=",
        "the user key is user-KEY-of-ada."
      })
  void theCallersOwnCredentialIsNotKept(String message) throws IOException {
    Caller caller =
        ToolFixture.FULL
            .withCredential(Secret.of("mykey-ABCdef/123"))
            .withCredentials(Map.of("user", Secret.of("user-KEY-of-ada")));
    ObjectNode report = JsonMapper.shared().createObjectNode();
    report.put("kind", "bug").put("message", message).put("operation", message);

    assertThat(call(feedback, caller, report.toString()).isError()).isFalse();

    assertThat(Files.readString(file))
        .doesNotContain("mykey", "bXlrZXkt", "15a2V5LU", "KEY-of-ada", "lrZXktQ");
  }

  @Test
  void theNameOfNoOperationIsKeptRedacted() throws IOException {
    call(
        feedback,
        Caller.anonymous(),
        "{\"kind\": \"missing_capability\", \"message\": \"m\","
            + " \"operation\": \"archive sk_live_4eC39HqLyjWDarjtT1zdp7dc\"}");

    assertThat(Files.readString(file)).contains("\"operation\":\"archive [redacted]\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                                                    | kind is required",
        "{'kind': 'bug'}                                       | message is required",
        "{'kind': 'bug', 'message': ' '}                       | message is required",
        "{'kind': 'rant', 'message': 'm'}                      | kind must be one of: bug, missing_",
        "{'kind': 'bug', 'message': 'm', 'tool': 'x'}          | tool must be one of: search, exec",
        "{'kind': 'bug', 'message': 'm', 'email': 'x'}         | 'email' is not an argument",
        "{'kind': 'bug', 'message': {}}                        | message must be a string",
      })
  void badInputIsExplainedAndNotStored(String json, String message) {
    CallToolResult result = call(feedback, Caller.anonymous(), json.replace('\'', '"'));

    assertThat(result.isError()).isTrue();
    assertThat(text(result)).contains(message.replace('\'', '"'));
    assertThat(file).doesNotExist();
  }

  @Test
  void aMessageIsBounded() {
    CallToolResult result =
        call(
            feedback,
            Caller.anonymous(),
            "{\"kind\": \"bug\", \"message\": \"" + "m".repeat(2_001) + "\"}");

    assertThat(text(result)).contains("message has 2001 characters; at most 2000.");
    assertThat(result.isError()).isTrue();
  }

  @Test
  void aSinkThatFailsIsAnError() {
    feedback = tool(folder);

    CallToolResult result =
        call(feedback, Caller.anonymous(), "{\"kind\": \"bug\", \"message\": \"m\"}");

    assertThat(result.isError()).isTrue();
    assertThat(text(result)).contains("was not stored");
  }
}
