package dev.dragoman.runtime.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Lengths are those of the text in UTF-8. */
class ForeignTextTest {
  private static final char[] UNITS = {
    'a', ' ', 0x7F, 0x80, 0xE9, 0x7FF, 0x800, '…', 0xD7FF, 0xD800, 0xDBFF, 0xDC00, 0xDFFF, 0xE000
  };

  @Test
  void bytesAreCountedAsTheyAreEncoded() {
    Random random = new Random(11);
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(8); length > 0; length--) {
        text.append(UNITS[random.nextInt(UNITS.length)]);
      }
      assertThat(ForeignText.bytes(text.toString()))
          .as(text.toString())
          .isEqualTo(text.toString().getBytes(StandardCharsets.UTF_8).length);
    }
  }

  @Test
  void aTextIsClippedToBytesAndNeverInsideACharacter() {
    String text = "ab…\uD83D\uDE00cd".repeat(20);
    for (int most = 3; most < 60; most++) {
      String clipped = ForeignText.clip(text, most);
      assertThat(clipped.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(most);
      assertThat(clipped).endsWith("…").doesNotContain("?");
    }
  }
}
