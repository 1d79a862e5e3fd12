package dev.dragoman.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What a value counts as where a type is expected; {@code -} where it does not. */
class ScalarsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          value       | string     | integer | decimal | boolean
          5           | 5          | 5       | 5       | -
          "5"         | 5          | 5       | 5       | -
          -5          | -5         | -5      | -5      | -
          "-0"        | -0         | 0       | 0       | -
          1.0         | 1.0        | 1       | 1.0     | -
          "1.0"       | 1.0        | 1       | 1.0     | -
          1.5         | 1.5        | -       | 1.5     | -
          1.10        | 1.10       | -       | 1.10    | -
          1e3         | 1000       | 1000    | 1000    | -
          "1e3"       | 1e3        | 1000    | 1E+3    | -
          15e-1       | 1.5        | -       | 1.5     | -
          50e-1       | 5.0        | 5       | 5.0     | -
          0e99        | 0E+99      | 0       | 0E+99   | -
          12345678901234567890123 | 12345678901234567890123 | 12345678901234567890123 | 12345678901234567890123 | -
          "007"       | 007        | -       | -       | -
          "+5"        | +5         | -       | -       | -
          " 5"        | ` 5`       | -       | -       | -
          "5."        | 5.         | -       | -       | -
          ".5"        | .5         | -       | -       | -
          "0x10"      | 0x10       | -       | -       | -
          "1_000"     | 1_000      | -       | -       | -
          "NaN"       | NaN        | -       | -       | -
          "Infinity"  | Infinity   | -       | -       | -
          "٥"         | ٥          | -       | -       | -
          ""          | ``         | -       | -       | -
          true        | true       | -       | -       | true
          false       | false      | -       | -       | false
          "true"      | true       | -       | -       | true
          "false"     | false      | -       | -       | false
          "True"      | True       | -       | -       | -
          "yes"       | yes        | -       | -       | -
          null        | -          | -       | -       | -
          [1]         | -          | -       | -       | -
          {"a":1}     | -          | -       | -       | -
          """,
      useHeadersInDisplayName = true)
  void scalars(String text, String string, String integer, String decimal, String bool) {
    JsonNode value = Json.of(text);
    assertThat(Scalars.string(value)).isEqualTo(expected(string));
    assertThat(Scalars.integer(value).map(BigInteger::toString)).isEqualTo(expected(integer));
    assertThat(Scalars.decimal(value).map(BigDecimal::toString)).isEqualTo(expected(decimal));
    assertThat(Scalars.bool(value).map(String::valueOf)).isEqualTo(expected(bool));
  }

  private static Optional<String> expected(String column) {
    return Optional.of(column).filter(text -> !text.equals("-"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          value        | array   | list      | object
          [1,2]        | [1,2]   | [1,2]     | -
          []           | []      | []        | -
          "[1,2]"      | [1,2]   | [1,2]     | -
          " [1] "      | [1]     | [1]       | -
          "[1"         | -       | ["[1"]    | -
          "[1] x"      | -       | ["[1] x"] | -
          "a"          | -       | ["a"]     | -
          ""           | -       | [""]      | -
          5            | -       | [5]       | -
          true         | -       | [true]    | -
          null         | -       | -         | -
          {"a":1}      | -       | -         | {"a":1}
          "{\\"a\\":1}" | -      | ["{\\"a\\":1}"] | {"a":1}
          "{a:1}"      | -       | ["{a:1}"] | -
          "{}"         | -       | ["{}"]    | {}
          """,
      useHeadersInDisplayName = true)
  void containers(String text, String array, String list, String object) {
    JsonNode value = Json.of(text);
    assertThat(Scalars.array(value).map(JsonNode::toString)).isEqualTo(expected(array));
    assertThat(Scalars.list(value).map(JsonNode::toString)).isEqualTo(expected(list));
    assertThat(Scalars.object(value).map(JsonNode::toString)).isEqualTo(expected(object));
  }

  /** A number of a few characters must not become a text of a gigabyte. */
  @ParameterizedTest
  @CsvSource({
    "1e999, true, 1000",
    "1e1000, false, 0",
    "1e999999999, false, 0",
    "1e9999999999, false, 0",
    "1e-999999999, false, 0"
  })
  void integersHaveAThousandDigitsAtMost(String text, boolean integer, int digits) {
    Optional<BigInteger> read = Scalars.integer(JsonNodeFactory.instance.stringNode(text));
    assertThat(read.isPresent()).isEqualTo(integer);
    assertThat(read.map(value -> value.toString().length()).orElse(0)).isEqualTo(digits);
  }

  @Test
  void whatJsonCannotContainIsNotANumber() {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    assertThat(Scalars.decimal(nodes.numberNode(Double.NaN))).isEmpty();
    assertThat(Scalars.decimal(nodes.numberNode(Double.POSITIVE_INFINITY))).isEmpty();
    assertThat(Scalars.integer(nodes.numberNode(Double.NEGATIVE_INFINITY))).isEmpty();
    assertThat(Scalars.decimal(nodes.numberNode(2.5))).contains(new BigDecimal("2.5"));
  }
}
