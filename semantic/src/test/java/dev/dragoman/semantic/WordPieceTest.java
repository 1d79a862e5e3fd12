package dev.dragoman.semantic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordPieceTest {
  private final WordPiece pieces = new WordPiece(MiniLmEncoder.vocabulary());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          hello world          | 101 7592 2088 102
          HELLO   World        | 101 7592 2088 102
          unaffable            | 101 14477 20961 3468 102
          naïve Café!          | 101 15743 7668 999 102
          create a pull-request| 101 3443 1037 4139 1011 5227 102
          😀                   | 101 100 102
          ''                   | 101 102
          """)
  void piecesHaveTheNumbersOfTheVocabulary(String text, String numbers) {
    assertThat(pieces.encode(text, 128))
        .containsExactly(
            java.util.Arrays.stream(numbers.split(" ", -1)).mapToLong(Long::parseLong).toArray());
  }

  @Test
  void aLongTextIsCutAndStillEnds() {
    long[] numbers = pieces.encode("unaffable ".repeat(1_000), 10);
    assertThat(numbers).hasSize(10).startsWith(101).endsWith(102);
  }

  @Test
  void aWordTooLongToBeOneIsUnknown() {
    assertThat(pieces.encode("a".repeat(101), 128)).containsExactly(101, 100, 102);
  }

  @Test
  void aVocabularyWithoutTheMarksIsRefused() {
    assertThatThrownBy(() -> new WordPiece(Map.of("a", 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[CLS]");
  }
}
