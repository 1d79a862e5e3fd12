package dev.dragoman.runtime.execute.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON is measured as its text is long, without the text. */
class MeasuredTextTest {
  private static final JsonMapper JSON = new JsonMapper();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "null",
        "-12.50e3",
        "\"\"",
        "\"a\\\"b\\\\c\\n\\u0000\\u20ac\\ud83d\\ude00\"",
        "{\"a\":[1,2,{\"b\":null}],\"c\":\"d\",\"e\":{\"f\":[[],{}]}}",
      })
  void lengthAndBeginningAreTheTexts(String json) {
    JsonNode tree = JSON.readTree(json);
    String text = tree.toString();
    MeasuredText measured = MeasuredText.of(tree, 10);
    assertThat(measured.length()).isEqualTo(text.length());
    assertThat(measured.start()).isEqualTo(text.substring(0, Math.min(10, text.length())));
    assertThat(MeasuredText.length(tree)).isEqualTo(text.length());
  }

  @ParameterizedTest
  @ValueSource(ints = {1_000, 100_000, 1_000_000})
  void longTextsAreMeasuredPieceByPiece(int items) {
    var tree = JSON.createArrayNode();
    for (int item = 0; item < items; item++) {
      tree.add(item);
    }
    String text = tree.toString();
    MeasuredText measured = MeasuredText.of(tree, 5_000);
    assertThat(measured.length()).isEqualTo(text.length());
    assertThat(measured.start()).isEqualTo(text.substring(0, Math.min(5_000, text.length())));
  }
}
