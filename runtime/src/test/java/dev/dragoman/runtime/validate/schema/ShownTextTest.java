package dev.dragoman.runtime.validate.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Json;
import dev.dragoman.runtime.request.ArgumentProblem;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How much of the document's text a problem repeats: whole characters, and a mark where it ends.
 */
class ShownTextTest {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static String problems(ObjectNode schema, String value) {
    Validation validation = new Validation(Validation.Mode.REQUEST);
    new SchemaCache(reference -> Optional.empty())
        .reader("test")
        .read(schema)
        .check(InstanceLocation.of("v"), Json.of(value), validation);
    return validation.problems().stream()
        .map(ArgumentProblem::toString)
        .collect(Collectors.joining("; "));
  }

  /** Letters and then emoji of two UTF-16 units, and what is shown of both. */
  @ParameterizedTest
  @CsvSource({
    "199, 0, 199, 0",
    "200, 0, 200, 0",
    "198, 1, 198, 1",
    "199, 1, 199, 0…",
    "198, 2, 198, 1…"
  })
  void aLongValueOfAnEnumIsCut(int letters, int emoji, int shown, String rest) {
    ObjectNode schema = NODES.objectNode();
    schema.putArray("enum").add("a".repeat(letters) + "😀".repeat(emoji)).add("b");
    assertThat(problems(schema, "\"c\""))
        .isEqualTo("v: expected one of " + expected(shown, rest) + ", b, got \"c\"");
  }

  @ParameterizedTest
  @CsvSource({"99, 0, 99, 0", "98, 1, 98, 1", "99, 1, 99, 0…", "100, 5, 100, 0…"})
  void aLongPatternIsCut(int letters, int emoji, int shown, String rest) {
    ObjectNode schema = NODES.objectNode();
    schema.put("pattern", "a".repeat(letters) + "😀".repeat(emoji));
    assertThat(problems(schema, "\"c\""))
        .isEqualTo("v: expected a match of the pattern " + expected(shown, rest) + ", got \"c\"");
  }

  @ParameterizedTest
  @CsvSource({"200, 0, 200, 0", "198, 1, 198, 1", "199, 1, 199, 0…", "500, 0, 200, 0…"})
  void aLongNameIsCut(int letters, int emoji, int shown, String rest) {
    String name = "a".repeat(letters) + "😀".repeat(emoji);
    assertThat(InstanceLocation.of("v").member(name).item(3))
        .hasToString("v/" + expected(shown, rest) + "[3]");
  }

  private static String expected(int letters, String rest) {
    int emoji = Integer.parseInt(rest.replace("…", ""));
    return "a".repeat(letters) + "😀".repeat(emoji) + (rest.endsWith("…") ? "…" : "");
  }

  @ParameterizedTest
  @CsvSource({"1, a00", "30, a29", "31, a29", "500, a29"})
  void ofManyValuesThirtyAreShown(int count, String last) {
    ObjectNode schema = NODES.objectNode();
    IntStream.range(0, count)
        .forEach(i -> schema.withArray("enum").add("a" + (i < 10 ? "0" : "") + i));
    assertThat(problems(schema, "\"c\""))
        .contains(" a00")
        .endsWith(last + (count > 30 ? ", … (" + count + " values)" : "") + ", got \"c\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          [1,2]                 | "1"     |
          [1.0]                 | 1       |
          [1]                   | 1.00    |
          ["1"]                 | 1       |
          ["true"]              | true    |
          [null]                | null    |
          [null]                | "null"  | v: expected null, got "null"
          ["null"]              | null    | v: expected null, got null
          [{"a":1,"b":[1]}]     | {"b":[1.0],"a":1} |
          [[1,2]]               | [2,1]   | v: expected [1,2], got an array
          [0]                   | -0.0    |
          [""]                  | ""      |
          ["A"]                 | "a"     | v: expected A, got "a"
          """)
  void scalarsWithEqualTextAreEqual(String values, String value, String problem) {
    ObjectNode schema = NODES.objectNode();
    schema.set("enum", Json.of(values));
    assertThat(problems(schema, value)).isEqualTo(problem == null ? "" : problem);
  }
}
