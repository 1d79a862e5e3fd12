package dev.dragoman.runtime.json.fields;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Json;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Fields of a value, by names and by positions. */
class ProjectionTest {
  private static Projection projection(String fields) {
    return Projection.of(Stream.of(fields.split(" ")).map(FieldPath::of).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a.b           | {"a":[{"b":1,"c":2},{"b":3}]} | {"a":[{"b":1},{"b":3}]}
          /a/1          | {"a":[{"b":1},{"b":3}]}       | {"a":[{"b":3}]}
          /a/1/c a.b    | {"a":[{"b":1,"c":2},{"b":3,"c":4}]} | {"a":[{"b":1},{"b":3,"c":4}]}
          /a/1 a.b      | {"a":[{"b":1,"c":2},{"b":3,"c":4}]} | {"a":[{"b":1},{"b":3,"c":4}]}
          /1 b          | [[{"b":1}],[{"c":2}]]         | [[{"b":1}],[{"c":2}]]
          /8/a b        | {"8":{"a":1,"b":2},"b":3}     | {"8":{"a":1},"b":3}
          a.b a         | {"a":{"b":1,"c":2},"d":3}     | {"a":{"b":1,"c":2}}
          a a.b         | {"a":{"b":1,"c":2},"d":3}     | {"a":{"b":1,"c":2}}
          c a           | {"a":1,"b":2,"c":3}           | {"a":1,"c":3}
          x.y           | {"a":1}                       | {}
          a.b           | {"a":[],"c":1}                | {"a":[]}
          a.b           | {"a":[[{"b":1,"c":2}],[]]}    | {"a":[[{"b":1}],[]]}
          a.b           | {"a":null}                    | {"a":null}
          /9            | [1,2]                         | []
          /2 /0 /2      | [1,2,3]                       | [1,3]
          /0/a /0/b     | [{"a":1,"b":2,"c":3}]         | [{"a":1,"b":2}]
          😀.ü          | {"😀":{"ü":1,"u":2}}          | {"😀":{"ü":1}}
          """)
  void namesAreOfAllItemsAndPositionsOfOne(String fields, String value, String part) {
    assertThat(projection(fields).apply(Json.of(value)).value()).isEqualTo(Json.of(part));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a.b a.c        | /a/1 | {"a":[{},{"b":1}]}      | /a/1/b /a/1/c
          /a/2/b a.c     | /a/1 | {"a":[{},{"b":1}]}      | /a/1/c
          /a/1/b a.c     | /a/1 | {"a":[{},{"b":1}]}      | /a/1/c /a/1/b
          /8/a b         | /8   | {"8":{"a":1,"b":2}}     | /8/a
          """)
  void aFieldIsReplacedByTheSelectedPartsOfIt(
      String fields, String left, String value, String parts) {
    List<FieldPath> within = projection(fields).within(List.of(FieldPath.of(left)), Json.of(value));

    assertThat(within).extracting(FieldPath::toString).containsExactly(parts.split(" "));
  }

  @Test
  void theRestOfAValueIsTheSamePartOfIt() {
    JsonNode value = Json.of("{\"a\":[{\"b\":1,\"c\":2},{\"b\":3,\"c\":4}]}");
    Projection some = projection("/a/0/c a.b");
    List<FieldPath> rest = some.within(List.of(FieldPath.of("/a/0")), value);

    assertThat(Projection.of(rest).apply(value).value())
        .isEqualTo(Json.of("{\"a\":[{\"b\":1,\"c\":2}]}"));
  }
}
