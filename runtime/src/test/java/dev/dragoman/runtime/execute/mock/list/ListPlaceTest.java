package dev.dragoman.runtime.execute.mock.list;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Json;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

class ListPlaceTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "none",
      textBlock =
          """
          [{"a":1}]                                      | things      | ``
          []                                             | things      | none
          [1,2]                                          | things      | none
          {"things":[{"a":1}]}                           | others      | things
          {"tags":["x"],"list":[{"a":1}]}                | things      | list
          {"links":[{"a":1}],"data":[{"b":1}]}           | things      | data
          {"links":[{"a":1}],"Data":[{"b":1}]}           | things      | Data
          {"data":[{"a":1}],"things":[{"b":1}]}          | things      | things
          {"a":[{"a":1}],"openIssues":[{"b":1}]}         | open-issues | openIssues
          {"a":[{"a":1}],"注文":[{"b":1}]}                | 注文         | 注文
          {"a":[{"a":1}],"-":[{"b":1}]}                  | ``          | none
          {"a":[{"a":1}],"b":[{"b":1}]}                  | things      | none
          {"data":{"things":[{"a":1}]}}                  | things      | data/things
          {"meta":{"n":1},"data":{"a":[{"a":1}],"b":[{"b":1}]}} | b    | data/b
          {"data":[{"a":1}],"inner":{"things":[{"b":1}]}} | things     | data
          {"a":{"b":{"things":[{"a":1}]}}}               | things      | none
          {"things":[]}                                  | things      | none
          {"things":{"a":1}}                             | things      | none
          {}                                             | things      | none
          "things"                                       | things      | none
          """)
  void theItemsAreInTheOnlyListOrInOneWithAUsualName(
      String body, String collection, String expected) {
    Optional<ListPlace> place = ListPlace.find(Json.of(body), collection);
    assertThat(place.map(found -> String.join("/", found.path())).orElse(null)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          [{"a":1}]                          | [{"a":1}] | []
          {"data":[{"a":1}],"n":1}           | [{"a":1}] | {"data":[],"n":1}
          {"m":{"data":[{"a":1}],"n":1}}     | [{"a":1}] | {"m":{"data":[],"n":1}}
          """)
  void otherItemsComeToTheSamePlace(String text, String items, String emptied) {
    JsonNode body = Json.of(text);
    ListPlace place = ListPlace.find(body, "things").orElseThrow();
    assertThat(place.in(body)).hasToString(items);
    assertThat(place.with(body, (ArrayNode) Json.of("[]"))).hasToString(emptied);
  }
}
