package dev.dragoman.runtime.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Json;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How received text is repeated in messages: visible, shortened, and without secrets. */
class DisplayTextTest {

  @DisplayName("S11 every kind of character that cannot be seen is spelled out")
  @ParameterizedTest
  @CsvSource({
    "0x00, \\u0000",
    "0x07, \\u0007",
    "0x1B, \\u001B",
    "0x7F, \\u007F",
    "0x85, \\u0085",
    "0xAD, \\u00AD",
    "0x034F, \\u034F",
    "0x061C, \\u061C",
    "0x115F, \\u115F",
    "0x1160, \\u1160",
    "0x17B4, \\u17B4",
    "0x17B5, \\u17B5",
    "0x180B, \\u180B",
    "0x180E, \\u180E",
    "0x180F, \\u180F",
    "0x200B, \\u200B",
    "0x200E, \\u200E",
    "0x2028, \\u2028",
    "0x2029, \\u2029",
    "0x202E, \\u202E",
    "0x2060, \\u2060",
    "0x2069, \\u2069",
    "0x2800, \\u2800",
    "0x3164, \\u3164",
    "0xE000, \\uE000",
    "0xFE00, \\uFE00",
    "0xFE0F, \\uFE0F",
    "0xFEFF, \\uFEFF",
    "0xFFA0, \\uFFA0",
    "0xFFFE, \\uFFFE",
    "0xE0001, \\uDB40\\uDC01",
    "0xE0100, \\uDB40\\uDD00",
    "0xE01EF, \\uDB40\\uDDEF"
  })
  void hiddenCharacters(String code, String spelled) {
    int point = Integer.decode(code);
    String text = "a" + Character.toString(point) + "b";
    assertThat(VisibleText.of(text)).isEqualTo("a" + spelled + "b");
    assertThat(VisibleText.isHidden(point, 'a')).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a", "\t", "\n", "\r", " ", "~", "\u00a0", "é", "中", "ع", "😀", "\u1161", "\u2801"
      })
  void charactersThatCanBeSeen(String text) {
    assertThat(VisibleText.of("a" + text + "b")).isEqualTo("a" + text + "b");
  }

  /** A selector chooses between the colored and the plain form of a symbol (UTS #51). */
  @Test
  void oneVariationSelectorAfterASymbol() {
    assertThat(VisibleText.of("❤\ufe0f ☎\ufe0e")).isEqualTo("❤\ufe0f ☎\ufe0e");
    assertThat(VisibleText.of("❤\ufe0f\ufe0f")).isEqualTo("❤\ufe0f\\uFE0F");
    assertThat(VisibleText.of("❤\ufe0d")).isEqualTo("❤\\uFE0D");
    assertThat(VisibleText.of("a\ufe0f")).isEqualTo("a\\uFE0F");
    assertThat(VisibleText.of("\ufe0f")).isEqualTo("\\uFE0F");
  }

  @Test
  void halfASurrogatePairIsSpelledOut() {
    assertThat(VisibleText.of("a\ud800b\udc00")).isEqualTo("a\\uD800b\\uDC00");
  }

  @ParameterizedTest
  @CsvSource({
    "a b, a b",
    "' a  b ', a b",
    "a~b, a b",
    "a~~ ~b, a b",
    "'~', ''",
    "'', ''",
    "a^b, a\\u0007b",
    "a\u00a0\u2003b, a b",
    "a\u200bb, a\\u200Bb"
  })
  void oneLine(String text, String line) {
    assertThat(VisibleText.line(text.replace("~", "\r\n\t").replace('^', '\u0007')))
        .isEqualTo(line);
  }

  @DisplayName("S10 a value whose name suggests a secret is described, not repeated")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "password",
        "body/userPassword",
        "passwd",
        "passphrase",
        "passcode",
        "db_pwd",
        "client_secret",
        "accessToken",
        "api_key",
        "api-key",
        "apikey",
        "X-API-KEY",
        "credentials",
        "private_key",
        "privateKey",
        "Authorization",
        "cvc",
        "card/cvv",
        "pin"
      })
  void secretNames(String place) {
    assertThat(DisplayValue.of(place, Json.of("\"hunter2\"")))
        .isEqualTo("a string of 7 characters");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"name", "key", "body/spinner", "opinion", "pinned", "public_key", "apiKind"})
  void otherNames(String place) {
    assertThat(DisplayValue.of(place, Json.of("\"hunter2\""))).isEqualTo("\"hunter2\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "abc"   | a string of 3 characters
          ""      | a string of 0 characters
          {"a":1} | an object
          [1]     | an array
          1.5     | a number
          true    | a boolean
          null    | null
          """)
  void descriptions(String value, String description) {
    assertThat(DisplayValue.described(Json.of(value))).isEqualTo(description);
    assertThat(DisplayValue.of("secret", Json.of(value))).isEqualTo(description);
  }

  @Test
  void sixtyCharactersAreShown() {
    String sixty = "x".repeat(60);
    assertThat(DisplayValue.text(sixty)).isEqualTo(sixty);
    assertThat(DisplayValue.text(sixty + "y")).isEqualTo(sixty + "…");
    assertThat(DisplayValue.text("x".repeat(59) + "😀")).isEqualTo("x".repeat(59) + "…");
    assertThat(DisplayValue.text("x".repeat(58) + "😀y")).isEqualTo("x".repeat(58) + "😀…");
  }
}
