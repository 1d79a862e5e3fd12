package dev.dragoman.runtime.execute.shape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is left of a body that is longer than the limit. Apostrophes are quotation marks. */
class BodyTrimmerTest {
  private static final String ADVICE =
      " Request less with the operation's paging, filter or field parameters.";

  private static BodyTrimmer.Trimmed trimmed(int limit, String body) {
    return new BodyTrimmer(limit).json(Json.of(body.replace('\'', '"')));
  }

  /** Items of the longest list are omitted until the rest fits; what is short is kept whole. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          9  | [1,2,3,4]                       | [1,2,3,4]             |
          8  | [1,2,3,4]                       | [1,2,3]               | 3 of 4 items
          7  | [1,2,3,4]                       | [1,2]                 | 2 of 4 items
          4  | [1,2,3,4]                       | [1]                   | 1 of 4 items
          21 | {'a':[1,2,3],'b':[1]}           | {'a':[1,2,3],'b':[1]} |
          20 | {'a':[1,2,3],'b':[1]}           | {'a':[1,2],'b':[1]}   | 2 of 3 items of a
          20 | {'a':[1],'b':[1,2,3]}           | {'a':[1],'b':[1,2]}   | 2 of 3 items of b
          22 | {'a':[11,22],'b':[5,6]}         | {'a':[11],'b':[5,6]}  | 1 of 2 items of a
          20 | {'a':[1,2],'b':[3,4]}           | {'a':[1],'b':[3,4]}   | 1 of 2 items of a
          23 | {'a':{'b':{'c':[1,2,3]}}}       | {'a':{'b':{'c':[1]}}} | 1 of 3 items of a.b.c
          13 | [[1,2,3],[4,5]]                 | [[1,2,3]]             | 1 of 2 items
          12 | {'a':'b','c':[]}                | `{'a':'b','c'`        | cut
          9  | ['0123456789']                  | `['0123456`           | cut
          5  | {'a':1}                         | `{'a':`               | cut
          """)
  void json(int limit, String body, String left, String notice) {
    BodyTrimmer.Trimmed trimmed = trimmed(limit, body);
    boolean cut = "cut".equals(notice);
    String shown = cut ? trimmed.value().stringValue() : trimmed.value().toString();
    assertThat(shown.replace('"', '\'')).isEqualTo(left);
    int length = body.length();
    assertThat(trimmed.notice().orElse(""))
        .isEqualTo(
            notice == null
                ? ""
                : cut
                    ? "Cut after "
                        + limit
                        + " characters; the whole body has "
                        + length
                        + "."
                        + ADVICE
                    : "Only the first "
                        + notice
                        + " are shown; the whole body has "
                        + length
                        + " characters."
                        + ADVICE);
  }

  @ParameterizedTest
  @CsvSource({"abc, 3, abc", "abcd, 3, abc", "ab😀, 4, ab😀", "ab😀, 3, ab", "😀, 1, ''"})
  void text(String text, int limit, String shown) {
    BodyTrimmer.Trimmed trimmed = new BodyTrimmer(limit).text(text);
    assertThat(trimmed.value().stringValue()).isEqualTo(shown);
    assertThat(trimmed.notice().isPresent()).isEqualTo(!text.equals(shown));
  }

  @Test
  void theBodyItselfIsNotChanged() {
    var body = Json.of("{\"a\":[1,2,3]}");
    assertThat(new BodyTrimmer(11).json(body).value()).isNotEqualTo(body);
    assertThat(body).isEqualTo(Json.of("{\"a\":[1,2,3]}"));
  }
}
