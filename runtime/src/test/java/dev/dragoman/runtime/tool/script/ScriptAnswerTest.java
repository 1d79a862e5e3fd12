package dev.dragoman.runtime.tool.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.Json;
import dev.dragoman.runtime.Operation;
import dev.dragoman.runtime.catalog.OperationCard;
import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.script.ScriptOutcome;
import dev.dragoman.runtime.tool.ToolFixture;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The result of a script: JSON of bounded length, whatever the script does. */
class ScriptAnswerTest {
  private static final int TOKENS = 1_000;
  private static final int BYTES = 3_500;

  private static OperationCard card(String id, AccessLevel access) {
    return OperationCard.builder(Operation.of(id, "POST", "/" + id, access)).build();
  }

  private static RunRecord record(String... lines) {
    RunRecord record = new RunRecord();
    List.of(lines).forEach(record::line);
    return record;
  }

  private static String text(CallToolResult result) {
    return ToolFixture.text(result);
  }

  private static JsonNode run(String json, RunRecord record) {
    CallToolResult result = new ScriptAnswer(TOKENS).of(new ScriptOutcome.Value(json), record);
    assertThat(result.isError()).isFalse();
    assertThat(ToolFixture.bytes(text(result))).isLessThanOrEqualTo(BYTES);
    return Json.of(text(result));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"a":[1.50,null]} | {"calls":0,"result":{"a":[1.50,null]}}
          null              | {"calls":0,"result":null}
          "text"            | {"calls":0,"result":"text"}
          no JSON           | {"calls":0,"result":"no JSON"}
          """)
  void whatAScriptReturnsIsItsResult(String json, String answer) {
    assertThat(run(json, record())).hasToString(answer);
  }

  /** A text that is cut may take six bytes for each of its characters. */
  @ParameterizedTest
  @ValueSource(strings = {"a", "\\\"", "\\u0000", "é", "😀", "\\\\"})
  void aResultThatIsTooLongIsCut(String character) {
    String json = "\"" + character.repeat(BYTES) + "\"";

    JsonNode answer = run(json, record("a line"));

    assertThat(answer.propertyNames()).containsExactly("calls", "console", "result_cut", "note");
    String cut = answer.path("result_cut").stringValue();
    assertThat(cut).endsWith("…");
    assertThat(json).startsWith(cut.substring(0, cut.length() - 1));
    assertThat(answer.path("note").stringValue()).contains("has " + json.length() + " characters");
  }

  @Test
  void aLongConsoleGivesWayToTheResult() {
    String[] lines = IntStream.range(0, 20).mapToObj(i -> "x".repeat(400)).toArray(String[]::new);

    JsonNode answer = run("\"" + "y".repeat(2_000) + "\"", record(lines));

    assertThat(answer.propertyNames()).containsExactly("calls", "result_cut", "note");
    assertThat(answer.path("result_cut").stringValue()).hasSizeGreaterThan(1_900);
  }

  /** A trial of a script that would call very many operations. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aTrialIsBoundedAndTellsTheChangesFirst(boolean ends) {
    RunRecord record = record();
    IntStream.range(0, 100)
        .forEach(
            i -> {
              OperationCard card =
                  card("operation" + i, i % 50 == 49 ? AccessLevel.WRITE : AccessLevel.READ);
              record.made(card);
              IntStream.range(0, 3).forEach(n -> record.path(card.id(), "/x" + n + "y".repeat(60)));
              record.problem("problem " + i + " " + "z".repeat(300));
            });

    CallToolResult result =
        new ScriptAnswer(TOKENS)
            .ofTrial(
                ends
                    ? new ScriptOutcome.Value("[" + "1,".repeat(3_000) + "1]")
                    : new ScriptOutcome.Failure(ScriptOutcome.Reason.EXCEPTION, "no lamp"),
                record);

    assertThat(result.isError()).isNotEqualTo(ends);
    assertThat(ToolFixture.bytes(text(result))).isLessThanOrEqualTo(BYTES);
    JsonNode answer = Json.of(text(result));
    List<String> shown =
        answer
            .path("would_call")
            .valueStream()
            .map(call -> call.path("operation").stringValue())
            .toList();
    assertThat(shown).contains("operation0", "operation49", "operation99").hasSizeLessThan(10);
    assertThat(answer.path("more_operations").intValue()).isEqualTo(100 - shown.size());
    assertThat(answer.path("problems").valueStream().map(JsonNode::stringValue).toList())
        .hasSizeBetween(2, 4)
        .last()
        .asString()
        .matches("\\((16|17|18|19) more\\)");
  }

  @Test
  void aSmallTrialIsShownInTheOrderOfItsCalls() {
    RunRecord record = record("hello");
    record.made(card("read", AccessLevel.READ));
    record.made(card("write", AccessLevel.WRITE));
    record.made(card("read", AccessLevel.READ));
    record.path("read", "/read/1");
    record.path("read", "/read/1");

    JsonNode answer =
        Json.of(text(new ScriptAnswer(TOKENS).ofTrial(new ScriptOutcome.Value("1"), record)));

    assertThat(answer.path("would_call"))
        .hasToString(
            "[{\"operation\":\"read\",\"access\":\"read\",\"count\":2,\"paths\":[\"/read/1\"]},"
                + "{\"operation\":\"write\",\"access\":\"write\",\"count\":1,\"paths\":[]}]");
    assertThat(answer.has("more_operations")).isFalse();
    assertThat(answer.has("problems")).isFalse();
    assertThat(answer.path("console")).hasToString("[\"hello\"]");
  }

  /** Whoever reads about a failure needs to know what has been changed by then. */
  @ParameterizedTest
  @EnumSource
  void aFailureSaysWhatHasChanged(ScriptOutcome.Reason reason) {
    RunRecord record = record("last words");
    record.made(card("read", AccessLevel.READ));
    ScriptOutcome failed = new ScriptOutcome.Failure(reason, "It ended.");

    assertThat(text(new ScriptAnswer(TOKENS).of(failed, record)))
        .contains("It ended.")
        .contains(" It changed nothing.\nconsole:\nlast words");
    record.made(card("write", AccessLevel.WRITE));
    record.made(card("delete", AccessLevel.DESTRUCTIVE));
    record.made(card("write", AccessLevel.WRITE));
    CallToolResult result = new ScriptAnswer(TOKENS).of(failed, record);
    assertThat(result.isError()).isTrue();
    assertThat(text(result))
        .contains(
            " Before that, it called write (2 times), delete (once): check what has changed.");
  }
}
