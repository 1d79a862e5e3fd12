package dev.dragoman.generator.spec.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.problem.Location;
import dev.dragoman.generator.spec.Trees;
import dev.dragoman.generator.spec.keyword.Numerals;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlScalarsTest {
  private static final Location PLACE = Location.file("doc.yaml");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no",
        "yes",
        "on",
        "off",
        "y",
        "2025-09-18",
        "2025-09-18T10:00:00Z",
        "1_000",
        "12:30:45",
        "0b11",
        "0x",
        "0o8",
        "0xZ",
        ".",
        "+",
        "-",
        "e5",
        "1e",
        "1.2.3",
        "+.inf",
        ".nan",
        "nUll",
        "tRue",
        "--1",
        "1-1",
        "=",
        "0 1",
        "+12",
        "007",
        ".5",
        "1.",
        "0o17",
        "0x1F",
        "1_000"
      })
  void staysText(String text) {
    assertThat(Trees.compact(YamlScalars.plain(text, PLACE))).isEqualTo('"' + text + '"');
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0, -0",
    "12, 12",
    "+12, 12",
    "007, 7",
    "-007.50, -7.50",
    ".5, 0.5",
    "-.5e3, -0.5e3",
    "1., 1.0",
    "1.10, 1.10",
    "1E+05, 1E+05",
    "0o17, 15",
    "0x1F, 31",
    "0xFFFFFFFFFFFFFFFFFF, 4722366482869645213695",
    "12345678901234567890.12345678901234567890, 12345678901234567890.12345678901234567890"
  })
  void isANumberInJsonSpelling(String text, String digits) {
    assertThat(Numerals.number(new Json.Str(text, PLACE)).map(Trees::compact)).contains(digits);
    boolean isJson = text.equals(digits);
    assertThat(YamlScalars.plain(text, PLACE) instanceof Json.Num).isEqualTo(isJson);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e1001", "1e-1001", "1e99999999999", "1E+0001001"})
  void isTooLargeToCalculateWith(String text) {
    assertThat(Numerals.isSmall(text)).isFalse();
    assertThat(Numerals.number(new Json.Str(text, PLACE))).isEmpty();
    assertThat(Numerals.isSmall(text.replaceAll("[0-9]+$", "0001000"))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "'', null",
    "~, null",
    "null, null",
    "Null, null",
    "NULL, null",
    "true, true",
    "True, true",
    "TRUE, true",
    "false, false",
    "False, false",
    "FALSE, false"
  })
  void isALiteral(String text, String literal) {
    assertThat(Trees.compact(YamlScalars.plain(text, PLACE))).isEqualTo(literal);
  }
}
