package dev.dragoman.runtime.tool.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.json.JsonReader;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** JSON inside strings is limited to as many values as a message. */
class TextValuesTest {

  /**
   * A text contributes its separators and brackets, the first one included, if it could be JSON at
   * all. Counts are relative to the limit, which depends on the heap.
   */
  @DisplayName("S15 the JSON texts inside of arguments are limited together")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [   | ,  | -1      | false
          [   | ,  | 0       | true
          {   | :  | -1      | false
          {   | :  | 0       | true
          ' [' | [ | 0       | true
          [   | {  | 0       | true
          a   | ,  | 1000    | false
          "   | ,  | 1000    | false
          [   | x  | 1000    | false
          """)
  void oneText(String start, String repeated, int above, boolean tooMany) {
    String text = start + repeated.repeat(JsonReader.MAX_VALUES + above);
    ArrayNode arguments = JsonNodeFactory.instance.arrayNode().add(text);
    assertThat(TextValues.tooMany(arguments)).isEqualTo(tooMany);
  }

  @ParameterizedTest
  @CsvSource({"1, 0, true", "1, -1, false", "10, -1, false", "10, 0, true"})
  void severalTexts(int texts, int above, boolean tooMany) {
    ArrayNode arguments = JsonNodeFactory.instance.arrayNode();
    String text = "[" + ",".repeat(JsonReader.MAX_VALUES / texts + above);
    for (int index = 0; index < texts; index++) {
      arguments.addObject().put("a", text);
    }
    assertThat(TextValues.tooMany(arguments)).isEqualTo(tooMany);
  }
}
