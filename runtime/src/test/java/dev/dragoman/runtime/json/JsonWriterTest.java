package dev.dragoman.runtime.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Json;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class JsonWriterTest {

  /** Members stay in order and numbers keep their digits; only small exponents are expanded. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          { "b" : 1, "a" : [ ] }      | {"b":1,"a":[]}
          [1.10, 0.00, -0.0]          | [1.10,0.00,0.0]
          12345678901234567890.10     | 12345678901234567890.10
          1e3                         | 1000
          1.5e3                       | 1500
          1e64                        | 10000000000000000000000000000000000000000000000000000000000000000
          1e65                        | 1E+65
          1e999999999                 | 1E+999999999
          1e-3                        | 0.001
          1e-999999999                | 1E-999999999
          "é"                         | "é"
          "a\\u0000\\n\\"\\\\"        | "a\\u0000\\n\\"\\\\"
          [null,true,false]           | [null,true,false]
          """)
  void shortestText(String value, String text) {
    assertThat(JsonWriter.write(Json.of(value))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"5, 5", "5.0, 5.0", "1e2, 100", "true, true", "'\"a\"', a"})
  void scalarsOutsideJson(String value, String text) {
    assertThat(JsonWriter.scalarText(Json.of(value))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "1E-1000, true",
    "1E-1001, true",
    "1E-1002, false",
    "1E+64, true",
    "1E+65, false",
    "0E+64, true"
  })
  void howFarANumberIsExpanded(BigDecimal number, boolean expanded) {
    assertThat(JsonWriter.plain(number).contains("E")).isNotEqualTo(expanded);
    assertThat(new BigDecimal(JsonWriter.plain(number))).isEqualByComparingTo(number);
  }

  @Test
  void headersGetAscii() {
    assertThat(JsonWriter.writeAscii(Json.of("{\"é\":\"😀\"}")))
        .isEqualTo("{\"\\u00E9\":\"\\uD83D\\uDE00\"}");
  }

  @Test
  void theOrderOfMembersDoesNotChangeCanonicalBytes() {
    byte[] one = JsonWriter.canonical(Json.of("{\"a\":1,\"b\":{\"d\":[2,1],\"c\":0}}"));
    byte[] other = JsonWriter.canonical(Json.of("{\"b\":{\"c\":0,\"d\":[2,1]},\"a\":1}"));
    assertThat(new String(one, UTF_8)).isEqualTo("{\"a\":1,\"b\":{\"c\":0,\"d\":[2,1]}}");
    assertThat(other).isEqualTo(one);
    assertThat(JsonWriter.canonical(Json.of("[1,2]")))
        .isNotEqualTo(JsonWriter.canonical(Json.of("[2,1]")));
  }

  @Test
  void halfASurrogatePairDoesNotBreakUtf8() {
    ObjectNode value = JsonNodeFactory.instance.objectNode().put("a", "x\ud800y");
    assertThat(new String(JsonWriter.bytes(value), UTF_8)).isEqualTo("{\"a\":\"x?y\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":[1,2.50,1e400,-0.0,12345678901234567890],\"é\":\"😀\",\"n\":null,\"t\":true}",
        "\"\\u0000\\n\"",
        "[]",
        "1E+2"
      })
  void utf8IsTheTextInUtf8(String json) {
    assertThat(new String(JsonWriter.utf8(Json.of(json)), UTF_8))
        .isEqualTo(JsonWriter.write(Json.of(json)));
  }

  @Test
  void floatingPointNumbersWithoutAJsonSpelling() {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    assertThat(JsonWriter.write(nodes.numberNode(0.1))).isEqualTo("0.1");
    assertThat(JsonWriter.write(nodes.numberNode(Double.NaN))).isEqualTo("\"NaN\"");
    assertThat(JsonWriter.scalarText(nodes.numberNode(Float.POSITIVE_INFINITY)))
        .isEqualTo("Infinity");
  }
}
