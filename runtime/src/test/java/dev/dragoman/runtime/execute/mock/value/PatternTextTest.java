package dev.dragoman.runtime.execute.mock.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Json;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class PatternTextTest {
  /** Whatever the text is, it matches: java.util.regex is the judge, not the runtime's matcher. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "^(SM|MM)[0-9a-fA-F]{32}$",
        "^[A-Z]{3}$",
        "^[A-Z]{2,}$",
        "^[A-Z]{0,4}$",
        "^a{0}b{1,}c{2,3}$",
        "^\\d{3}-\\d{4}$",
        "^\\w+@\\w+\\.\\w+$",
        "^(?:foo|bar)+?(-x)?$",
        "^[\\w.-]+\\s\\S\\D\\W$",
        "^[^/]+/[^/]+$",
        "^(a(b|c){2}|d)*$",
        "^x|y$",
        "^[.\\-]$",
        "^\\{[a]\\}\\\\$",
        "\\bword\\b",
        ".{3}",
        "^😀-[0-9]$",
        "^$"
      })
  void theTextMatchesThePattern(String pattern) {
    assertThat(PatternText.of(schema(pattern), 0).orElseThrow()).containsPattern(pattern);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ^[A-Z]+$                | 0   | 3
          ^[A-Z]*$                | 12  | 20
          ^[A-Z]{1,64}$           | 10  | 64
          ^[A-Z]{2,64}-[0-9]{2,}$ | 12  | 14
          ^[A-Z]+-[A-Z]+$         | 3   | 5
          ^(ab)+$                 | 5   | 7
          ^[A-Z]{5}$              | 5   | 5
          ^.+$                    | 150 | 160
          """)
  void theTextHasTheLengthOfTheSchema(String pattern, int least, int most) {
    ObjectNode schema = schema(pattern).put("minLength", least).put("maxLength", most);
    String text = PatternText.of(schema, 0).orElseThrow();
    assertThat(text).hasSizeBetween(least, most);
    assertThat(text).containsPattern(pattern);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}
          {"pattern": ""}
          {"pattern": "^(?=a)b"}
          {"pattern": "^[^a-z]$"}
          {"pattern": "^\\\\p{Lu}$"}
          {"pattern": "^(a)\\\\1$"}
          {"pattern": "["}
          {"pattern": "("}
          {"pattern": ")"}
          {"pattern": "\\\\"}
          {"pattern": "^[A-Z]{3}$", "minLength": 4}
          {"pattern": "^[A-Z]{3}$", "maxLength": 2}
          """)
  void whereNoTextIsKnownThereIsNone(String schema) {
    assertThat(PatternText.of(Json.of(schema), 0)).isEmpty();
  }

  @Test
  void aPatternOfHostileSizeIsNotUsed() {
    assertThat(PatternText.of(schema("a".repeat(501)), 0)).isEmpty();
    String nested = "(".repeat(100) + "a" + "{999})".repeat(100);
    assertThat(PatternText.of(schema(nested), 0).orElse("")).hasSizeLessThan(1_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"^SM[0-9a-f]{32}$", "^[a-z0-9]+$", "^c[0-9a-f]{3}$"})
  void everyIndexHasAnotherText(String pattern) {
    Set<String> texts = new HashSet<>();
    for (int index = 0; index < 30; index++) {
      String text = PatternText.of(schema(pattern), index).orElseThrow();
      assertThat(text).matches(Pattern.compile(pattern));
      texts.add(text);
    }
    assertThat(texts).hasSize(30);
  }

  @ParameterizedTest
  @ValueSource(strings = {"^abc$", "^[A-Z]{3}$", "^$"})
  void ifThePatternAllowsNoOtherTextThereIsNone(String pattern) {
    assertThat(PatternText.of(schema(pattern), 0)).isPresent();
    assertThat(PatternText.of(schema(pattern), 1)).isEmpty();
  }

  private static ObjectNode schema(String pattern) {
    JsonNode schema = JsonNodeFactory.instance.objectNode().put("pattern", pattern);
    return (ObjectNode) schema;
  }
}
