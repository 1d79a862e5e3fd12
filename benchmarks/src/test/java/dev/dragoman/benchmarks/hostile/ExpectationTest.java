package dev.dragoman.benchmarks.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectationTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HARMLESS: generates; javac clean | true | false | false",
        "ERROR: non-zero exit, names the file | false | true | false",
        "EITHER: HARMLESS or ERROR | true | true | false",
        "EITHER (bad URL => ERROR): non-zero exit | true | true | false",
        "ERROR or warning that names both; tool names stay ASCII | true | true | true",
        "ERROR unless the user allows the host by name | false | true | false",
        "ERROR unless the user allows it; never a silent default | true | true | false",
        "tool text free of U+200B-200F, or ERROR; wire name unchanged | true | true | false",
        "no U+E0000-E007F in tool text; warning with pointer | true | false | true",
        "delivered only inside a field; report lists it as suspicious | true | false | true",
        "generates; a miss answers in < 100 ms or is refused | true | false | false"
      })
  void wordsSayWhatMayHappen(String words, boolean built, boolean refused, boolean warning) {
    Expectation expectation = Expectation.of(words);
    assertThat(expectation.mayBeBuilt()).isEqualTo(built);
    assertThat(expectation.mayBeRefused()).isEqualTo(refused);
    assertThat(expectation.wantsWarning()).isEqualTo(warning);
  }

  @Test
  void rangesOfCharactersAreForbidden() {
    Expectation expectation = Expectation.of("free of U+200B-200F, U+2060, U+2066-U+2069");
    assertThat(expectation.forbiddenIn("plain")).isEqualTo(-1);
    assertThat(expectation.forbiddenIn("a\u200Db")).isEqualTo(0x200D);
    assertThat(expectation.forbiddenIn("a\u2060b")).isEqualTo(0x2060);
    assertThat(expectation.forbiddenIn("a\u2068b")).isEqualTo(0x2068);
    assertThat(expectation.forbiddenIn("a\u2065b")).isEqualTo(-1);
  }

  @Test
  void allValuesAreAskedForByWords() {
    assertThat(Expectation.of("HARMLESS; all 20,000 values accepted").allValues()).isTrue();
    assertThat(Expectation.of("HARMLESS").allValues()).isFalse();
  }
}
