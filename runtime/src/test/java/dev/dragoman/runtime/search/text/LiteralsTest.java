package dev.dragoman.runtime.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiteralsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          name it "open issues" now         | name it now
          name it “open issues” now         | name it now
          name it 'open issues' now         | name it now
          the user's and the team's name    | the user's and the team's name
          write to ann@example.com today    | write to today
          read https://example.com/issues?x | read
          read www.example.com/issues       | read
          event with id <eventId> here      | event with id here
          plain words stay                  | plain words stay
          one " quote                       | one " quote
          """)
  void masksData(String text, String masked) {
    assertThat(Literals.masked(text).strip().replaceAll("\\s+", " ")).isEqualTo(masked);
  }

  @Test
  void isFastOnTextMadeToBeSlow() {
    for (String unit : new String[] {"\"", "'", "@", "a@", "<", "a.b@", "http://", "'a ", "“"}) {
      String text = unit.repeat(4_000 / unit.length());
      org.assertj.core.api.Assertions.assertThatCode(() -> Literals.masked(text))
          .doesNotThrowAnyException();
    }
  }
}
