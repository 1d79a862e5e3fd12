package dev.dragoman.runtime.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that needs no change is returned as it is; the result is the same either way. */
class VisibleTextTest {
  private static final int[] POINTS = {
    'a', 'Z', '7', ' ', ' ', '\t', '\n', '.', '"', '\\', 0x7F, 0xA0, 0xAD, 0xE9, 0x2026, 0x200B,
    0x202E, 0x2003, 0x263A, 0xFE0F, 0x4E2D, 0x1F600, 0xE0041, 0xD800, 0x3164, 0x0085
  };

  /** A leading space is stripped, and sends the text the long way. */
  @Test
  void theShortWayAndTheLongWayAgree() {
    Random random = new Random(7);
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(6); length > 0; length--) {
        text.appendCodePoint(POINTS[random.nextInt(POINTS.length)]);
      }
      String given = text.toString();
      assertThat(VisibleText.line(given)).as(given).isEqualTo(VisibleText.line(" " + given));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a", "list all issues", "{a?: object[], …}", "中文", "é → ü", "☺️", "\"q\""})
  void settledTextIsReturnedAsItIs(String text) {
    assertThat(VisibleText.line(text)).isSameAs(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {" a", "a ", "a  b", "a\nb", "a\tb", "a\u00A0b", "a\u200Bb", "a\u2003b"})
  void anythingElseIsRewritten(String text) {
    assertThat(VisibleText.line(text)).isNotEqualTo(text);
  }
}
