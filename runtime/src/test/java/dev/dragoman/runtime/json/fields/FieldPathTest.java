package dev.dragoman.runtime.json.fields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.dragoman.runtime.Json;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Notations of paths, and what they denote. Apostrophes are quotation marks. */
class FieldPathTest {

  /** Steps are separated by bars. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          a                 ; a
          a.b               ; a|b
          .a                ; a
          $.a.b             ; a|b
          $                 ; $
          $a                ; $a
          data[*].id        ; data|id
          data[].id         ; data|id
          data[0].id        ; data|0|id
          data[0][12].id    ; data|0|12|id
          [3].id            ; 3|id
          [*].id            ; id
          $[*].id           ; id
          $[].id            ; id
          $[0].id           ; 0|id
          $[0]              ; 0
          $.data[*].a[0]    ; data|a|0
          /a/b              ; a|b
          /a.b              ; a.b
          /a~1b/c~0d        ; a/b|c~d
          /~01              ; ~1
          /                 ; ``
          //a               ; |a
          /a/               ; a|
          😀.ü              ; 😀|ü
          """)
  void aPathIsReadInEachNotation(String text, String steps) {
    assertThat(FieldPath.of(text).steps()).containsExactly(steps.split("\\|", -1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "a.", "a..b", "$.", "$[*]", "..a", "[*]"})
  void anEmptyStepIsRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FieldPath.of(text))
        .withMessage("has an empty step");
  }

  @Test
  void aPathHasAMostNumberOfSteps() {
    assertThat(FieldPath.of("a" + ".a".repeat(499)).steps()).hasSize(500);
    for (String text : List.of("a" + ".a".repeat(500), "/a".repeat(501))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> FieldPath.of(text))
          .withMessage("has more than 500 steps");
    }
  }

  /** A path that is shown can be given again. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a", "a|b", "a.b", "|", "", "$", "$|a", "$[0]", "a b", "a\tb", "a/b", "~", "~1", "a[0]|b",
        "]", "0|1", "😀", "/", "a|"
      })
  void aPathIsShownAsItIsRead(String text) {
    List<String> steps = List.of(text.split("\\|", -1));
    for (boolean pointer : new boolean[] {true, false}) {
      FieldPath path = new FieldPath(steps, pointer);
      assertThat(FieldPath.of(path.toString()).steps()).as(path.toString()).isEqualTo(steps);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, true", "7, true", "10, true", "999999999, true", "1000000000, false", "01, false",
    "00, false", "-1, false", "'', false", "a, false", "1a, false", "\u0663, false"
  })
  void aPositionIsANumberWithoutLeadingZeros(String step, boolean position) {
    assertThat(FieldPath.isPosition(step)).isEqualTo(position);
  }

  /** The values that a path denotes, with a space between them; {@code -} is none. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a       | {'a':1}                            | 1
          a       | {'a':null}                         | null
          a       | {'b':1}                            | -
          a.b     | {'a':{'b':{'c':1}}}                | {"c":1}
          a.b     | {'a':1}                            | -
          a.b     | {'a':[{'b':1},{'c':2},{'b':3}]}    | 1 3
          a.b     | {'a':[[{'b':1}],[[{'b':2}]]]}      | 1 2
          b       | [{'b':[1,2]},{'b':3}]              | 1 2 3
          a.1     | {'a':[5,6]}                        | 6
          a.2     | {'a':[5,6]}                        | -
          a.1     | {'a':{'1':7}}                      | 7
          a.0.b   | {'a':[{'b':1},{'b':2}]}            | 1
          a.0     | {'a':[[1,2],[3]]}                  | 1 2
          a.01    | {'a':[{'01':1}]}                   | 1
          /a.b    | {'a.b':1,'a':{'b':2}}              | 1
          /       | {'':1}                             | 1
          a       | 'a'                                | -
          a       | null                               | -
          """)
  void aFieldIsLookedUpInEachItem(String path, String json, String values) {
    FieldPath field = FieldPath.of(path);
    String found =
        field.valuesIn(Json.of(json.replace('\'', '"'))).stream()
            .map(Object::toString)
            .collect(Collectors.joining(" "));
    assertThat(found.isEmpty() ? "-" : found).isEqualTo(values);
    assertThat(field.isIn(Json.of(json.replace('\'', '"')))).isEqualTo(!found.isEmpty());
  }

  @Test
  void anEmptyListIsAFieldWithoutValues() {
    assertThat(FieldPath.of("a").isIn(Json.of("{\"a\":[]}"))).isTrue();
    assertThat(FieldPath.of("a").valuesIn(Json.of("{\"a\":[]}"))).isEmpty();
    assertThat(FieldPath.of("a.b").isIn(Json.of("{\"a\":[]}"))).isFalse();
  }

  /** Whether {@code max_items} can collect it from the items of several pages. */
  @ParameterizedTest
  @CsvSource({
    "data, data, true",
    "data.id, data, true",
    "data.id.0, data, true",
    "data.0, data, false",
    "data.0.id, data, false",
    "data, data.items, true",
    "data.items.id, data.items, true",
    "data.total, data.items, false",
    "total, data, false",
    "dat, data, false"
  })
  void aFieldOfEachItemHasNoPosition(String path, String list, boolean each) {
    assertThat(FieldPath.of(path).isOfEach(FieldPath.of(list).steps())).isEqualTo(each);
  }

  @ParameterizedTest
  @CsvSource({"id, true", "0, false", "0.id, false", "1a, true"})
  void aBodyThatIsAListHasNoSteps(String path, boolean each) {
    assertThat(FieldPath.of(path).isOfEach(List.of())).isEqualTo(each);
  }
}
