package dev.dragoman.runtime.tool.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.mcp.tool.CallToolResult.Content;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A note never keeps a client from reading the JSON it belongs to. */
class ResultNotesTest {
  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"status\":200,\"body\":{\"notes\":[1]}}", "{\"notes\":[]}"})
  void anObjectStaysOneValue(String json) {
    CallToolResult noted = ResultNotes.add(text(json), "say \"why\"\nand where");

    JsonNode read = JsonMapper.shared().readTree(first(noted));
    assertThat(noted.content()).hasSize(1);
    assertThat(read.path("notes").path(0).asString("")).isEqualTo("say \"why\"\nand where");
    assertThat(read.path("body")).isEqualTo(JsonMapper.shared().readTree(json).path("body"));
  }

  @Test
  void severalNotesAreOneList() {
    CallToolResult noted =
        ResultNotes.add(ResultNotes.add(text("{\"status\":200}"), "first"), "second");

    assertThat(first(noted)).isEqualTo("{\"notes\":[\"second\",\"first\"],\"status\":200}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain words", "", "{ not closed"})
  void elsewhereItComesAfter(String text) {
    CallToolResult noted = ResultNotes.add(text(text), "why");

    assertThat(noted.content())
        .containsExactly(new Content.Text(text), new Content.Text("note: why"));
  }

  @Test
  void whatTheResultSaysElseStays() {
    CallToolResult refused = new CallToolResult(List.of(), Optional.empty(), true);

    assertThat(ResultNotes.add(refused, "why").isError()).isTrue();
  }

  private static CallToolResult text(String text) {
    return new CallToolResult(List.of(new Content.Text(text)), Optional.empty(), false);
  }

  private static String first(CallToolResult result) {
    return ((Content.Text) result.content().get(0)).text();
  }
}
