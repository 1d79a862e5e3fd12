package dev.dragoman.runtime.mask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Secret;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where credentials begin and end: words, windows, neighbors and escapes that are cut. */
class MaskEdgesTest {
  private static final String KEY = "sk/live+0123456789abcdefXYZ==";

  private static String masked(String text) {
    return mask(KEY).mask(text);
  }

  private static CredentialMask mask(String secret) {
    return CredentialMask.of(List.of(Secret.of(secret)));
  }

  /** An API may expect a word before the key, and repeats the key without it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Token abcdef-123456              | key abcdef-123456 is unknown      | key *** is unknown
          Token token="abcdef-123456", id=1 | key abcdef-123456 is unknown     | key *** is unknown
          Token token="abcdef-123456", id=1 | token="abcdef-123456"            | token="***"
          GenieKey abcdef-123456           | GenieKey is missing               | GenieKey is missing
          Credential=AKIA-1/x, Signature=0123456789abcdef | got 0123456789abcdef | got ***
          Token abcdef-1 ghijkl-2          | ghijkl-2, abcdef-1                | ***, ***
          Token short                      | a short text                      | a short text
          """)
  void eachWordOfAKeyIsFound(String secret, String text, String masked) {
    assertThat(mask(secret).mask(text)).isEqualTo(masked);
  }

  /** Escapes that end before they have begun, as a text that was cut has them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\",
        "\\u",
        "\\u0",
        "\\u004",
        "\\u{",
        "\\u{4",
        "\\u{}",
        "\\x",
        "\\x4",
        "\\q",
        "\\uZZZZ",
        "%",
        "%4",
        "%u",
        "%u004",
        "%ZZ",
        "%%",
        "&",
        "&#",
        "&#x",
        "&#X4",
        "&#;",
        "&#x;",
        "&am",
        "&amp",
        "&unknown;",
        "&;",
        "&&",
        "&#99999999;",
        "&#x110000;",
        "\\u{110000}"
      })
  void unfinishedEscapesAreText(String end) {
    String text = "a text " + end;
    assertThat(masked(text)).isSameAs(text);
    assertThat(mask(KEY).maskCut(text)).isEqualTo(text);
    assertThat(masked(KEY + end)).isEqualTo("***" + end);
    assertThat(masked(end + KEY)).isEqualTo(end + "***");
  }

  /** A long text is searched in windows of 32 KiB: no key is lost between two of them. */
  @ParameterizedTest
  @ValueSource(strings = {KEY, "sk%2Flive%2B0123456789abcdefXYZ%3D%3D"})
  void keysAreFoundAtTheEdgesOfTheWindows(String spelling) {
    String after = "y".repeat(2_000);
    for (int start = 32_768 - spelling.length() - 2; start <= 32_770; start++) {
      String before = "x".repeat(start);
      assertThat(masked(before + spelling + after).equals(before + "***" + after))
          .as("at " + start)
          .isTrue();
    }
  }

  @Test
  void keysThatOverlapOrTouchBecomeOneMask() {
    CredentialMask mask =
        CredentialMask.of(
            List.of(Secret.of("abcdefghij"), Secret.of("fghijklmno"), Secret.of("bcdefghi")));
    assertThat(mask.mask("-abcdefghijklmno-")).isEqualTo("-***-");
    assertThat(mask.mask("abcdefghijabcdefghij")).isEqualTo("***");
    assertThat(mask.mask("abcdefghij abcdefghij")).isEqualTo("*** ***");
  }
}
