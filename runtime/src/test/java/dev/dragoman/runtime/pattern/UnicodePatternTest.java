package dev.dragoman.runtime.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.limit.WorkLimit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Escapes of characters as in ECMA-262, section 22.2.1, with the flag {@code u} (JSON Schema
 * 2020-12, section 6.4), and what else is spelled differently in RE2.
 */
class UnicodePatternTest {

  private static PatternMatch find(String source, String text) {
    return LinearPattern.of(source).find(text, WorkLimit.standard());
  }

  /** In the text, {@code {20ac}} is the character with that code point. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          ^\\u0041$              ~ A          ~ FOUND
          ^\\u0041b$             ~ Ab         ~ FOUND
          ^\\u0041b$             ~ {041b}     ~ ABSENT
          ^\\u00e9cole$          ~ école      ~ FOUND
          ^\\u00E900$            ~ é00        ~ FOUND
          ^[\\u0041-\\u0043]+$   ~ ABC        ~ FOUND
          ^[\\u0041-\\u0043a]+$  ~ ABCa       ~ FOUND
          ^[\\u0041-\\u00435]+$  ~ ABC5       ~ FOUND
          ^\\u{41}$              ~ A          ~ FOUND
          ^\\u{1}$               ~ {0001}     ~ FOUND
          ^\\u{00e9}c$           ~ éc         ~ FOUND
          ^\\u{1F600}$           ~ 😀         ~ FOUND
          ^\\u{01F600}$          ~ 😀         ~ FOUND
          ^\\u{110000}$          ~ a          ~ UNDECIDED
          ^\\uD83D\\uDE00$       ~ 😀         ~ FOUND
          ^\\ud83d\\ude00b$      ~ 😀b        ~ FOUND
          ^[\\uD83D\\uDE00-\\uD83D\\uDE02]+$ ~ 😀😁😂 ~ FOUND
          ^[\\uD83D\\uDE00-\\uD83D\\uDE02]+$ ~ 😃     ~ ABSENT
          ^[^\\uD83D\\uDE00]$    ~ 😀         ~ ABSENT
          ^.$                    ~ 😀         ~ FOUND
          ^[😀😁]{2}$            ~ 😁😀       ~ FOUND
          ^\\\\u0041$            ~ \\u0041    ~ FOUND
          ^\\\\u0041$            ~ A          ~ ABSENT
          ^\\\\\\u0041$          ~ \\A        ~ FOUND
          ^\\u004$               ~ u004       ~ UNDECIDED
          ^a\\/b$                ~ a/b        ~ FOUND
          ^a[\\/]b$              ~ a/b        ~ FOUND
          ^a\\\\/b$              ~ a\\/b      ~ FOUND
          ^a\\\\/b$              ~ a/b        ~ ABSENT
          ^a\\\\\\/b$            ~ a\\/b      ~ FOUND
          ^[a\\-z]+$             ~ -          ~ FOUND
          ^\\x41\\x{e9}$         ~ Aé         ~ FOUND
          ^\\0$                  ~ {0000}     ~ FOUND
          ^(?<year>[0-9]{4})$    ~ 2026       ~ FOUND
          """)
  void charactersAreThoseOfEcmaScript(String source, String text, PatternMatch expected) {
    String characters =
        java.util.regex.Pattern.compile("\\{([0-9a-f]{4})}")
            .matcher(text)
            .replaceAll(code -> Character.toString(Integer.parseInt(code.group(1), 16)));
    assertThat(find(source, characters))
        .as(LinearPattern.of(source).toString())
        .isEqualTo(expected);
  }

  /** A pattern may occur anywhere, and the end of a text is not that of a line. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          b        ~ abc       ~ FOUND
          ^b       ~ abc       ~ ABSENT
          ^abc$    ~ abc{000a} ~ ABSENT
          ^b$      ~ a{000a}b  ~ ABSENT
          ``       ~ abc       ~ FOUND
          ^$       ~ ``        ~ FOUND
          ^$       ~ a         ~ ABSENT
          a|       ~ b         ~ FOUND
          /^ab/    ~ abc       ~ FOUND
          /ab$/i   ~ XAB       ~ FOUND
          /ab$/    ~ XAB       ~ ABSENT
          /ab/     ~ ab        ~ ABSENT
          /ab/     ~ /ab/      ~ FOUND
          """)
  void aPatternOccursAnywhere(String source, String text, PatternMatch expected) {
    assertThat(find(source, text.replace("{000a}", "\n"))).isEqualTo(expected);
  }

  @Test
  void whyAPatternIsNotUsed() {
    assertThat(LinearPattern.refusal("^a{2,3}$")).isEmpty();
    assertThat(LinearPattern.refusal("a{1001}"))
        .contains("its nested repetition counts multiply to more than 1000");
    assertThat(LinearPattern.refusal("(".repeat(201) + ")".repeat(201)))
        .contains("its groups are nested more than 200 deep");
    assertThat(LinearPattern.refusal("(".repeat(200) + ")".repeat(200))).isEmpty();
    assertThat(LinearPattern.refusal("a".repeat(10_001)))
        .contains("it is longer than 10000 characters");
    assertThat(LinearPattern.refusal("a".repeat(10_000))).isEmpty();
    assertThat(LinearPattern.refusal("(ab{1000}){20}"))
        .contains("its nested repetition counts multiply to more than 1000");
    assertThat(LinearPattern.refusal("[ab]{900}".repeat(23)))
        .contains("its compiled form has more than 20000 instructions");
    assertThat(LinearPattern.refusal("(?=a)")).isPresent();
  }

  /** Unfinished expressions are no reason for an exception, whatever they end with. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "\\",
        "a\\",
        "[",
        "[a",
        "[^",
        "[]",
        "[\\",
        "[[:",
        "[[:alpha:",
        "a{",
        "a{1",
        "a{1,",
        "{",
        "(",
        "(?",
        "(?<",
        ")",
        "a)",
        "\\Q",
        "\\Qa",
        "\\c",
        "\\u",
        "\\u{",
        "\\u{41",
        "\\x{",
        "\\p{",
        "\\p",
        "*",
        "a**",
        "|",
        "\\uD83D",
        "\\uDE00"
      })
  void unfinishedPatternsAreUsedOrNot(String source) {
    PatternMatch match = find(source, "zz");
    assertThat(match == PatternMatch.UNDECIDED)
        .isEqualTo(LinearPattern.refusal(source).isPresent());
  }
}
