package dev.dragoman.runtime.execute.cut;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Json;
import dev.dragoman.runtime.execute.cut.Cut.Unit;
import dev.dragoman.runtime.execute.cut.Cut.Window;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which list of a response has the items if its document does not say so. */
class LongestListTest {

  /** The steps to the list; {@code .} is the value itself, {@code -} means that there is none. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          [1,2]                                | .
          []                                   | .
          [[1],[2,3]]                          | .
          {'a':[1],'b':[1,2,3]}                | b
          {'a':[1,2,3],'b':[1]}                | a
          {'a':[1,2],'b':[3,4]}                | a
          {'a':['a long text'],'b':[1,2,3]}    | a
          {'a':[]}                             | a
          {'a':{'b':{'c':[1]}}}                | a b c
          {'a':[{'b':[1,2,3]}]}                | a
          {'a.b':{'':[1]}}                     | a.b ``
          {'a':1,'b':'text'}                   | -
          {'a':{}}                             | -
          {}                                   | -
          'text'                               | -
          7                                    | -
          null                                 | -
          """)
  void theLongestListOutsideOfLists(String json, String path) {
    assertThat(
            Cutter.longestList(Json.of(json.replace('\'', '"')))
                .map(
                    steps ->
                        steps.isEmpty()
                            ? "."
                            : steps.stream()
                                .map(step -> step.isEmpty() ? "``" : step)
                                .collect(Collectors.joining(" ")))
                .orElse("-"))
        .isEqualTo(path);
  }

  /** The members of an object with very many of them are like items: nothing in it is the list. */
  @Test
  void anObjectWithManyMembersHasNoList() {
    String members =
        IntStream.range(0, 30).mapToObj(i -> "\"m" + i + "\":1").collect(Collectors.joining(","));
    assertThat(Cutter.longestList(Json.of("{\"list\":[1,2]," + members + "}"))).isEmpty();
    assertThat(Cutter.longestList(Json.of("{\"list\":[1],\"inner\":{" + members + "}}")))
        .contains(List.of("list"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ITEMS      | a b | 0  | 30 | 250 | items 1 to 30 of 250 of a.b | true
          ITEMS      | ''  | 30 | 31 | 31  | items 31 to 31 of 31        | false
          MEMBERS    | ''  | 5  | 5  | 9   | none of the 9 members       | true
          CHARACTERS | t   | 0  | 0  | 0   | none of the 0 characters of t | false
          """)
  void aPartIsNamed(Unit unit, String path, int from, int to, int of, String text, boolean more) {
    List<String> steps = path.isEmpty() ? List.of() : List.of(path.split(" "));
    Window window = new Window(unit, steps, from, to, of);
    assertThat(window).hasToString(text);
    assertThat(window.hasMore()).isEqualTo(more);
  }
}
