package dev.dragoman.runtime.execute.mock.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Json;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class OverlayTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "red"                      | "blue"               | "blue"
          "red"                      | 7                    | "7"
          "red"                      | true                 | "true"
          "red"                      | {"a":1}              | "red"
          "red"                      | [1]                  | "red"
          "red"                      | null                 | null
          null                       | {"a":1}              | {"a":1}
          1                          | "42"                 | 42
          1                          | "-1.50"              | -1.50
          1                          | 2.5                  | 2.5
          1                          | "999999999999999999" | 999999999999999999
          1                          | "1e3"                | 1
          1                          | "1.2.3"              | 1
          1                          | " 2"                 | 1
          1                          | ""                   | 1
          1                          | true                 | 1
          1                          | [2]                  | 1
          true                       | "false"              | false
          false                      | "true"               | true
          true                       | false                | false
          true                       | "no"                 | true
          true                       | 0                    | true
          true                       | {"a":1}              | true
          ["x"]                      | ["a",1]              | ["a","1"]
          ["x"]                      | "a"                  | ["a"]
          ["x"]                      | []                   | []
          []                         | [{"a":1}]            | [{"a":1}]
          [{"id":1,"name":"x"}]      | ["a","b"]            | [{"id":1,"name":"a"},{"id":1,"name":"b"}]
          {"login":"x","id":1}       | "ada"                | {"login":"ada","id":1}
          {"login":"x","id":1}       | 5                    | {"login":"x","id":5}
          {"id":"x","number":1}      | 5                    | {"id":"x","number":5}
          {"id":1,"name":"x"}        | "5"                  | {"id":1,"name":"5"}
          {"Key":"x"}                | "K-1"                | {"Key":"K-1"}
          {"other":"x"}              | "a"                  | {"other":"x"}
          {"name":"x"}               | true                 | {"name":"true"}
          {"name":"x"}               | ["a"]                | {"name":"x"}
          {"a":{"b":1,"c":2}}        | {"a":{"b":"7","z":1}} | {"a":{"b":7,"c":2}}
          {}                         | {"a":{"b":1}}        | {"a":{"b":1}}
          """)
  void aValueTakesTheFormOfTheSample(String sample, String value, String expected) {
    JsonNode before = Json.of(sample);
    assertThat(Overlay.like(before, Json.of(value))).hasToString(expected);
    assertThat(before).as("the sample itself stays").isEqualTo(Json.of(sample));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"a":1,"b":2}          | {"b":"3"}                   | {"a":1,"b":3}
          {"dueDate":"x"}        | {"due_date":"y"}            | {"dueDate":"y"}
          {"a":1}                | {"extra":[1],"secret":2}    | {"a":1,"extra":[1]}
          {}                     | {"secret":2}                | {"secret":2}
          {"a":1}                | {}                          | {"a":1}
          {"a":1}                | [1]                         | {"a":1}
          {"名前":"x"}            | {"年齢":"y"}                | {"名前":"x"}
          """)
  void valuesAreSetInWhatTheSampleHas(String sample, String values, String expected) {
    ObjectNode object = (ObjectNode) Json.of(sample);
    JsonNode schema = Json.of("{\"properties\":{\"extra\":{},\"secret\":{\"writeOnly\":true}}}");
    Overlay.apply(object, Json.of(values), Shape.of(schema, UnaryOperator.identity()));
    assertThat(object).hasToString(expected);
  }

  /** The sample is of the member {@code m}, which has the schema. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"additionalProperties":{"type":"string"}}   | {"key":"x"}     | {"b":7}       | {"b":"7"}
          {"additionalProperties":{"type":"string"}}   | {"key":"x"}     | {}            | {}
          {"additionalProperties":{"properties":{"n":{}}}} | {"k":{"m":1}} | {"b":{"n":1}} | {"b":{"m":1,"n":1}}
          {"additionalProperties":true}                | {"a":1}         | {"b":7}       | {"a":1,"b":7}
          {"additionalProperties":false}               | {"a":1}         | {"b":7}       | {"a":1}
          {"type":"object"}                            | {"a":1}         | {"b":7}       | {"a":1,"b":7}
          {}                                           | {"a":1}         | {"b":7}       | {"a":1}
          {"properties":{"b":{}}}                      | {"a":1}         | {"b":7,"c":8} | {"a":1,"b":7}
          {"properties":{"a":{}},"additionalProperties":{"type":"string"}} | {"a":1} | {"b":"7"} | {"a":1,"b":"7"}
          {"properties":{"b":{"writeOnly":true}},"additionalProperties":true} | {"a":1} | {"b":7} | {"a":1}
          {"properties":{"b":{"writeOnly":true}}}      | {"a":1}         | {"b":7}       | {"a":1}
          {"items":{"properties":{"b":{}}}}            | [{"a":1}]       | [{"b":7}]     | [{"a":1,"b":7}]
          {"additionalProperties":{"type":"string"}}   | {"name":"x"}    | "b"           | {"name":"b"}
          """)
  void anInnerObjectHasWhatItsSchemaAllows(
      String schema, String sample, String value, String expected) {
    ObjectNode object = (ObjectNode) Json.of("{\"m\":" + sample + "}");
    JsonNode whole = Json.of("{\"properties\":{\"m\":" + schema + "}}");
    Overlay.apply(
        object, Json.of("{\"m\":" + value + "}"), Shape.of(whole, UnaryOperator.identity()));
    assertThat(object.path("m")).hasToString(expected);
  }

  @Test
  void anItemWithoutPropertiesInItsSchemaHasAny() {
    ObjectNode object = (ObjectNode) Json.of("{\"a\":1}");
    Overlay.apply(object, Json.of("{\"b\":2}"), Shape.of(Json.of("{}"), UnaryOperator.identity()));
    assertThat(object).hasToString("{\"a\":1,\"b\":2}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"id":1,"name":"bug"}  | "bug"   | {"name":"bug"}
          {"id":1,"name":"bug"}  | 1       | {"id":1}
          {"color":"red"}        | "bug"   | {}
          {"name":"bug"}         | ["bug"] | {}
          """)
  void aScalarRefersToAnObject(String sample, String value, String expected) {
    assertThat(Overlay.reference((ObjectNode) Json.of(sample), Json.of(value)))
        .hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"a":1}                | {"b":2}                 | {"a":1,"b":2}
          {"a":{"x":1,"y":2}}    | {"a":{"y":3,"z":{"q":1}}} | {"a":{"x":1,"y":3,"z":{"q":1}}}
          {"a":{"x":1}}          | {"a":[1]}               | {"a":[1]}
          {"a":[1,2]}            | {"a":[3]}               | {"a":[3]}
          {"a":[1]}              | {"a":{"x":1}}           | {"a":{"x":1}}
          {"dueDate":1}          | {"due_date":2}          | {"dueDate":2}
          {"a":1}                | {"a":null}              | {"a":null}
          {}                     | {}                      | {}
          """)
  void changesReplaceMembers(String before, String changes, String expected) {
    ObjectNode kept = (ObjectNode) Json.of(before);
    assertThat(Overlay.merged(kept, Json.of(changes))).hasToString(expected);
    assertThat(kept).as("what was before").isEqualTo(Json.of(before));
  }

  @Test
  void whatIsSetDoesNotChangeWithTheRequest() {
    ObjectNode values = (ObjectNode) Json.of("{\"a\":{\"b\":1}}");
    ObjectNode sample = (ObjectNode) Json.of("{}");
    Overlay.apply(sample, values, Shape.UNKNOWN);
    ObjectNode merged = Overlay.merged((ObjectNode) Json.of("{}"), values);
    ((ObjectNode) values.path("a")).put("b", 2);
    assertThat(sample).hasToString("{\"a\":{\"b\":1}}");
    assertThat(merged).hasToString("{\"a\":{\"b\":1}}");
  }
}
