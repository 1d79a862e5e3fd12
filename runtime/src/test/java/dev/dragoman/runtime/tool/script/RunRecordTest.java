package dev.dragoman.runtime.tool.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.Json;
import dev.dragoman.runtime.Operation;
import dev.dragoman.runtime.catalog.OperationCard;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** What is kept of a run, and what is said of fields that a response does not have. */
class RunRecordTest {
  private final RunRecord record = new RunRecord();

  /** At most 100 lines of at most 500 bytes and 4,000 characters together. */
  @ParameterizedTest
  @CsvSource({
    "100, a, 100, ''",
    "101, a, 100, (1 more lines)",
    "8, 500, 8, ''",
    "9, 500, 8, (1 more lines)",
    "9, 9000, 8, (1 more lines)"
  })
  void linesOfTheConsoleAreBounded(int given, String text, int kept, String more) {
    String line = text.equals("a") ? "a" : "x".repeat(Integer.parseInt(text));

    IntStream.range(0, given).forEach(i -> record.line(line));

    assertThat(record.lines()).hasSize(kept + (more.isEmpty() ? 0 : 1));
    if (!more.isEmpty()) {
      assertThat(record.lines().get(kept)).isEqualTo(more);
    }
  }

  /** A short line after one that did not fit is still shown. */
  @Test
  void aLineThatDoesNotFitIsCountedAlone() {
    IntStream.range(0, 7).forEach(i -> record.line("x".repeat(500)));
    record.line("y".repeat(450));
    record.line("z".repeat(100));
    record.line("end");

    assertThat(record.lines())
        .hasSize(10)
        .containsSequence("y".repeat(450), "end", "(1 more lines)");
  }

  @Test
  void theFirstPathsOfEachOperationAreKeptOnOneLine() {
    OperationCard card =
        OperationCard.builder(Operation.of("get", "GET", "/x", AccessLevel.READ)).build();
    record.made(card);
    record.path("get", "/1");
    record.path("get", "/1");
    record.path("get", "/2\n3");
    record.path("get", "/" + "x".repeat(300));
    record.path("get", "/4");
    record.path("other", "/5");

    assertThat(record.made())
        .singleElement()
        .satisfies(
            made ->
                assertThat(made.paths())
                    .hasSize(3)
                    .startsWith("/1")
                    .allMatch(path -> path.length() <= 200 && !path.contains("\n")));
  }

  @Test
  void problemsAreBoundedAndEachIsNotedOnce() {
    IntStream.range(0, 60).forEach(i -> record.problem("problem " + i / 2));
    assertThat(record.problems()).hasSize(20).startsWith("problem 0", "problem 1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          .naem          | "naem"; did you mean name?
          naem           | "naem".
          .owner.emial   | "owner.emial"; did you mean email?
          .owner.zip     | "owner.zip".
          .tags[].lable  | "tags[].lable"; did you mean label?
          .tags[][].x    | "tags[][].x".
          .no.such.path  | "no.such.path".
          .rows[][].cel  | "rows[][].cel"; did you mean cell?
          """)
  void aFieldThatAResponseLacksIsNamedWithTheNearest(String path, String words) {
    ObjectNode shape =
        (ObjectNode)
            Json.of(
                """
                {"fields": {"name": {}, "owner": {"fields": {"email": {}}},
                  "tags": {"items": {"fields": {"label": {}}}},
                  "rows": {"items": {"items": {"fields": {"cell": {}}}}}}}
                """);

    assertThat(UnknownFields.message("get_lamp", path, shape))
        .isEqualTo("The response of get_lamp does not have the field " + words);
    assertThat(UnknownFields.message("get_lamp", path, null)).endsWith("\".");
  }
}
