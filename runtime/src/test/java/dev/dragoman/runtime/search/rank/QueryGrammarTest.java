package dev.dragoman.runtime.search.rank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.search.text.Tokenizer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryGrammarTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          get the members of a team        | LIST    | members
          get a member of the teams        | READ    | member
          get details of a project         | READ    | project
          retrieve a list of open projects | LIST    | projects
          get the reader's loan list       | LIST    | loan
          show me the list of the library  | LIST    | library
          get the list                     | READ    | ''
          get a list with its board        | READ    | board
          partially update a book          | PATCH   | book
          update the entire book           | REPLACE | book
          fully replace that entry         | REPLACE | entry
          update a book                    | UPDATE  | book
          show the news                    | READ    | news
          refund a payment                 | ACT     | payment
          delete all the loans of a reader | DELETE  | loans
          books                            | LIST    | books
          open books                       | LIST    | books
          recordings of a call             | LIST    | recordings
          """)
  void aRequestIsRead(String text, String intent, String head) {
    QueryGrammar request = QueryGrammar.of(Tokenizer.query(text));
    assertThat(request.intent()).map(Enum::name).contains(intent);
    assertThat(request.head()).isEqualTo(head);
  }

  @ParameterizedTest
  @CsvSource({"book,book", "news of a library,news"})
  void withoutAVerbOneThingMayBeWantedForAnything(String text, String head) {
    assertThat(QueryGrammar.of(Tokenizer.query(text)).intent()).isEmpty();
    assertThat(QueryGrammar.of(Tokenizer.query(text)).head()).isEqualTo(head);
  }
}
