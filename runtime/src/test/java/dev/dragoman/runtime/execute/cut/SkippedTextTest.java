package dev.dragoman.runtime.execute.cut;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A text from a number of characters on, which a caller may choose. */
class SkippedTextTest {
  @ParameterizedTest
  @CsvSource({
    "abc, 0, abc, 0",
    "abc, 2, c, 2",
    "abc, 3, '', 3",
    "abc, 9, '', 3",
    "a\uD83D\uDE00b, 1, \uD83D\uDE00b, 1",
    "a\uD83D\uDE00b, 2, \uD83D\uDE00b, 1",
    "a\uD83D\uDE00b, 3, b, 3",
    "a\uD83D\uDE00, 2, \uD83D\uDE00, 1",
    "a\uD83D\uDE00, 3, '', 3"
  })
  void aTextBeginsWithAWholeCharacter(String text, int skip, String shown, int from) {
    Cut cut = new Cutter(1_000).text(text, skip);

    assertThat(cut.value().stringValue()).isEqualTo(shown);
    assertThat(cut.window().map(Cut.Window::from).orElse(0)).isEqualTo(from);
    assertThat(cut.window().map(Cut.Window::hasMore).orElse(false)).isFalse();
  }
}
