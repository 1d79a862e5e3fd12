package dev.dragoman.runtime.execute.mock.value;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Json;
import dev.dragoman.runtime.request.RequestBody;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class BodyValuesTest {
  private static final String FORM = "application/x-www-form-urlencoded";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a=1&b=two                                 | {"a":"1","b":"two"}
          a=1+%2B+1&%C3%BC=%F0%9F%98%80             | {"a":"1 + 1","ü":"😀"}
          a=b=c                                     | {"a":"b=c"}
          a=&b                                      | {"a":"","b":""}
          =x&&a=1                                   | {"a":"1"}
          a=%zz                                     | {"a":"%zz"}
          a=1&a=2&a=3                               | {"a":["1","2","3"]}
          a[]=1&a[]=2                               | {"a":["1","2"]}
          a[0]=1&a[1]=2                             | {"a":["1","2"]}
          a[b]=1&a[c][d]=2                          | {"a":{"b":"1","c":{"d":"2"}}}
          a[0][x]=1&a[0][y]=2&a[1][x]=3             | {"a":[{"x":"1","y":"2"},{"x":"3"}]}
          a[1][x]=1&a[1][y]=2&a[2][x]=3&a[2][y]=4   | {"a":[{"x":"1","y":"2"},{"x":"3","y":"4"}]}
          a[7][x]=1&a[3][x]=2&a[7][y]=3             | {"a":[{"x":"1","y":"3"},{"x":"2"}]}
          a[0][b][0][c]=1&a[0][b][0][d]=2&a[1][b][0][c]=3 | {"a":[{"b":[{"c":"1","d":"2"}]},{"b":[{"c":"3"}]}]}
          a[][x]=1&a[][x]=2                         | {"a":[{"x":"1"},{"x":"2"}]}
          a[][b][0][x]=1&a[][b][0][x]=2             | {"a":[{"b":[{"x":"1"}]},{"b":[{"x":"2"}]}]}
          a[12345]=1                                | {"a":{"12345":"1"}}
          a={"b":[1,null]}                          | {"a":{"b":[1,null]}}
          a=[1,2]                                   | {"a":[1,2]}
          a={broken                                 | {"a":"{broken"}
          a=1&a[b]=2                                | {"a":{"b":"2"}}
          `` | {}
          """)
  void aFormHasTheValuesOfItsFields(String form, String values) {
    assertThat(of(FORM + ";charset=utf-8", form)).contains(Json.of(values));
  }

  @Test
  void nestingAndNumberOfFieldsHaveBounds() {
    assertThat(of(FORM, "a" + "[b]".repeat(200) + "=1").orElseThrow().toString())
        .isEqualTo("{\"a\":" + "{\"b\":".repeat(9) + "\"1\"" + "}".repeat(10));
    String many =
        IntStream.range(0, 3_000).mapToObj(i -> "f" + i + "=x").collect(Collectors.joining("&"));
    assertThat(of(FORM, many).orElseThrow()).hasSize(2_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\": [1, \"😀\"]}", "[1]", "\"text\"", "null"})
  void aJsonBodyIsItsValue(String json) {
    assertThat(of("application/merge-patch+json", json)).contains(Json.of(json));
  }

  @ParameterizedTest
  @CsvSource({"application/json, {", "multipart/form-data, a", "application/xml, <a/>"})
  void ofOtherBodiesNoValuesAreKnown(String type, String text) {
    assertThat(of(type, text)).isEmpty();
    assertThat(BodyValues.of(Optional.empty())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          [1,{"a":2}]                      | labels      | [1, {"a":2}]
          {"labels":["a","b"]}             | labels      | ["a", "b"]
          {"issueLabels":["a"]}            | issue-labels | ["a"]
          {"labels":[]}                    | labels      | []
          []                               | labels      | []
          {"name":"x","labels":["a"]}      | labels      | ["a"]
          {"name":"x","labels":[]}         | labels      | one
          {"labels":"a"}                   | labels      | one
          {"others":["a"]}                 | labels      | one
          "labels"                         | labels      | one
          """)
  void aBodyMayStandForSeveralItems(String body, String collection, String elements) {
    assertThat(BodyValues.elements(Json.of(body), collection).map(List::toString).orElse("one"))
        .isEqualTo(elements);
  }

  private static Optional<JsonNode> of(String type, String text) {
    return BodyValues.of(Optional.of(RequestBody.of(type, text.getBytes(UTF_8))));
  }
}
