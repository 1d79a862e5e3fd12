package dev.dragoman.runtime.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Json;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** What authors of tools get to know when they build one, and what the values keep. */
class ToolDefinitionTest {

  private static ToolDefinition.Builder builder() {
    return ToolDefinition.builder("t").title("T").description("Does it.");
  }

  private static ObjectNode object(String json) {
    return (ObjectNode) Json.of(json);
  }

  @Test
  void aToolOnlyReadsAndTakesNothingUnlessItSaysSo() {
    ToolDefinition tool = builder().build();
    assertThat(tool.access()).isEqualTo(AccessLevel.READ);
    assertThat(tool.idempotent()).isTrue();
    assertThat(tool.openWorld()).isTrue();
    assertThat(tool.inputSchema()).isEqualTo(Json.of("{\"type\": \"object\", \"properties\": {}}"));
    assertThat(tool.outputSchema()).isEmpty();
    assertThat(tool.authModes()).containsExactlyInAnyOrder(AuthMode.values());
    assertThat(tool.scopes()).isEmpty();
  }

  /** A second read changes nothing more; a second write may. */
  @ParameterizedTest
  @EnumSource(AccessLevel.class)
  void onlyReadingIsIdempotentByItself(AccessLevel access) {
    assertThat(builder().access(access).build().idempotent()).isEqualTo(access == AccessLevel.READ);
    assertThat(builder().access(access).idempotent().build().idempotent()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 64})
  void aNameOfUpTo64Characters(int length) {
    String name = "a".repeat(length);
    assertThat(ToolDefinition.builder(name).title("T").description("D").build().name())
        .isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a.b", "ä", "a/b", "a\n", "tool!"})
  void otherNamesAreRefused(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ToolDefinition.builder(name).title("T").description("D").build())
        .withMessage("The tool name \"" + name + "\" must be 1 to 64 letters, digits, _ and -.");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> ToolDefinition.builder("a".repeat(65)).title("T").description("D").build());
  }

  @ParameterizedTest
  @CsvSource({"'', D", "T, ''", "' ', D", "T, '\t'", "'', ''"})
  void modelsChooseByTitleAndDescription(String title, String description) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ToolDefinition.builder("t").title(title).description(description).build())
        .withMessage("The tool t needs a title and a description, by which models choose it.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"type\": \"array\"}", "{\"type\": [\"object\"]}", "{\"type\": 1}"})
  void schemasAreThoseOfObjects(String schema) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().input(schema).build())
        .withMessageStartingWith("The input schema of the tool t must have \"type\": \"object\"");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().output(schema).build())
        .withMessageStartingWith("The output schema of the tool t must have \"type\": \"object\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{             | is not JSON.",
        "nonsense      | is not JSON.",
        "[]            | is not a JSON object.",
        "1             | is not a JSON object.",
        "null          | is not a JSON object.",
        "''            | is not a JSON object."
      })
  void schemasAreJson(String json, String problem) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().input(json))
        .withMessage("The input schema of the tool t " + problem);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().output(json))
        .withMessage("The output schema of the tool t " + problem);
  }

  @Test
  void schemasAreCopied() {
    ObjectNode schema = object("{\"type\": \"object\"}");
    ToolDefinition tool = builder().input(schema).output(schema).build();
    schema.put("changed", true);
    assertThat(tool.inputSchema().has("changed")).isFalse();
    assertThat(tool.outputSchema().orElseThrow().has("changed")).isFalse();
  }

  @Test
  void scopesAreAlternatives() {
    ToolDefinition tool =
        builder().scopedBy("a", "b").scopedBy("c").onlyFor(AuthMode.USER).closedWorld().build();
    assertThat(tool.scopes()).containsExactly(List.of("a", "b"), List.of("c"));
    assertThat(tool.authModes()).containsExactly(AuthMode.USER);
    assertThat(tool.openWorld()).isFalse();
    assertThatThrownBy(() -> tool.scopes().get(0).clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void resultsInWordsAndAsJson() {
    assertThat(ToolResult.text("a")).isEqualTo(new ToolResult("a", Optional.empty(), false));
    ToolResult object = ToolResult.json(Json.of("{\"n\": 1.50}"));
    assertThat(object.text()).isEqualTo("{\"n\":1.50}");
    assertThat(object.structured()).hasValue(object("{\"n\": 1.50}"));
    ToolResult list = ToolResult.json(Json.of("[1]"));
    assertThat(list.text()).isEqualTo("[1]");
    assertThat(list.structured()).as("structured content is an object").isEmpty();
  }

  @Test
  void anErrorIsVisibleAndHasNoStructure() {
    assertThat(ToolResult.error("no\u200b way").text()).isEqualTo("no\\u200B way");
    assertThat(ToolResult.error("no").isError()).isTrue();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ToolResult("no", Optional.of(object("{}")), true))
        .withMessage("an error has no structured content");
  }

  @Test
  void aResultIsNotChangedAfterwards() {
    ObjectNode value = object("{\"n\": 1}");
    ToolResult result = ToolResult.json(value);
    value.put("n", 2);
    assertThat(result.structured().orElseThrow().path("n").intValue()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "bug, BUG",
        "missing_capability, MISSING_CAPABILITY",
        "confusing, CONFUSING",
        "suggestion, SUGGESTION",
        "BUG, -",
        "missing-capability, -",
        "'', -"
      })
  void kindsOfFeedback(String word, Feedback.Kind kind) {
    assertThat(Feedback.Kind.of(word).orElse(null)).isEqualTo(kind);
    if (kind != null) {
      assertThat(kind.word()).isEqualTo(word);
      assertThat(Feedback.Kind.words()).contains(word).hasSize(4);
    }
  }

  private static Feedback feedback(String message, String operation) {
    return new Feedback(Feedback.Kind.BUG, message, Optional.of(operation), Optional.empty());
  }

  @Test
  void feedbackIsBounded() {
    assertThat(feedback("m ".repeat(1_000), "o".repeat(300)).message()).hasSize(2_000);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> feedback("m ".repeat(1_000) + "x", "o"))
        .withMessage("message is too long: 2001 characters");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> feedback("m", "o".repeat(301)))
        .withMessage("operation is too long: 301 characters");
  }

  /** Whoever makes it: a sink never sees a credential. */
  @Test
  void feedbackIsRedactedWhereItIsMade() {
    assertThat(feedback("fails with Authorization: Bearer abcdef123456", "o").message())
        .isEqualTo("fails with [redacted]");
  }
}
