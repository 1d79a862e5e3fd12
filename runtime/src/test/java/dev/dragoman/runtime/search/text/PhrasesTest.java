package dev.dragoman.runtime.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhrasesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          give me a review of a book from the shelf | give me a review; a book; the shelf
          show the loans for the reader that owes   | show the loans; the reader; owes
          search for books by author                | search for books; author
          open books                                | open books
          list all of them                          | list all
          of                                        | ''
          """)
  void aRequestIsCutWhereItsPhrasesAreTied(String text, String phrases) {
    assertThat(Phrases.of(Tokenizer.query(text)))
        .isEqualTo(phrases.isEmpty() ? List.of() : List.of(phrases.split("; ")));
  }
}
