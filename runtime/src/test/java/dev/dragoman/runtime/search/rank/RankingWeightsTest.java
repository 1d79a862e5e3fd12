package dev.dragoman.runtime.search.rank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.search.SearchIndex;
import dev.dragoman.runtime.search.SmallApi;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of the ranking, one by one, on an API made for them. */
class RankingWeightsTest {
  private final SmallApi api = SmallApi.library();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          list books                   | GET /books
          show all books               | GET /books
          get a book                   | GET /books/{bookId}
          details of one book, look up | GET /books/{bookId}
          create a book                | POST /books
          add book                     | POST /books
          make a new book              | POST /books
          change a book                | PATCH /books/{bookId}
          update book                  | PATCH /books/{bookId}
          overwrite a book             | PUT /books/{bookId}
          delete a book                | DELETE /books/{bookId}
          remove the book              | DELETE /books/{bookId}
          erase a book                 | DELETE /books/{bookId}
          reviews of a book            | GET /books/{bookId}/reviews
          post a review                | POST /books/{bookId}/reviews
          renew a loan                 | POST /loans/{loanId}/renew
          extend this loan             | POST /loans
          who am I                     | GET /me
          list loans                   | GET /loans
          get the book list            | GET /books
          show me the list of books    | GET /books
          deleteBook                   | DELETE /books/{bookId}
          delete_book                  | DELETE /books/{bookId}
          POST /books                  | POST /books
          """)
  void theFirstHitIs(String query, String route) {
    assertThat(api.search(query)).first().isEqualTo(route);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Create a book",
        "CREATE A BOOK",
        "create, a book!",
        "  create\ta\n\nbook ",
        "create-a-book",
        "(create) a Book?",
      })
  void spellingsOfAQueryGiveOneAnswer(String query) {
    assertThat(api.index().search(query, ordinal -> true, 10))
        .isEqualTo(api.index().search("create a book", ordinal -> true, 10));
  }

  @Test
  void theFirstPersonLiftsOperationsAboutTheCaller() {
    SmallApi loans = new SmallApi();
    loans.add("GET", "/desk/loans", "List loans of the desk");
    loans.add("GET", "/me/loans", "List loans of the current user");
    assertThat(loans.search("list loans")).first().isEqualTo("GET /desk/loans");
    assertThat(loans.search("list my loans")).first().isEqualTo("GET /me/loans");
  }

  @Test
  void aWordIsNotTakenApartIntoFunctionWords() {
    SmallApi gets = new SmallApi();
    gets.add("GET", "/anything", "Get anything");
    assertThat(gets.search("forget")).isEmpty();
    assertThat(gets.search("getanything")).hasSize(1);
  }

  @Test
  void deprecatedOperationsComeAfterTheirLikes() {
    assertThat(api.search("list books").indexOf("GET /books"))
        .isLessThan(api.search("list books").indexOf("GET /v0/books"));
  }

  @Test
  void thePrimitiveComesBeforeTheRareKindOfIt() {
    List<String> hits = api.search("create a book");
    assertThat(hits.indexOf("POST /books"))
        .isLessThan(hits.indexOf("POST /branches/{branchId}/desks/{deskId}/books"));
  }

  @Test
  void producersComeBehindTheFirstThree() {
    SmallApi far = new SmallApi();
    far.add("GET", "/catalogue", "Everything there is");
    IntStream.range(0, 6).forEach(i -> far.add("POST", "/loan" + i + "/renew", "Renew a loan", 0));
    assertThat(far.search("renew the loan of the book that Ann has"))
        .hasSize(7)
        .element(3)
        .isEqualTo("GET /catalogue");
    assertThat(far.search("renew a loan")).hasSize(6).doesNotContain("GET /catalogue");
  }

  @Test
  void aProducerThatTheFilterHidesDoesNotCome() {
    SmallApi far = new SmallApi();
    far.add("GET", "/catalogue", "Everything there is");
    far.add("POST", "/loans/{loan}/renew", "Renew a loan", 0);
    assertThat(far.index().search("please renew the loan of the tall man", i -> i != 0, 10))
        .extracting(Hit::ordinal)
        .containsExactly(1);
  }

  @Test
  void aLongRequestIsAnsweredStepByStep() {
    List<String> hits =
        api.search(
            "First I would like to see who the readers of this library are. Then create a loan for"
                + " one of them, and after that delete the book that nobody wants to read any"
                + " more, please.");
    assertThat(hits.subList(0, 6))
        .contains("GET /readers", "POST /loans", "DELETE /books/{bookId}");
  }

  @Test
  void quotedWordsCountLess() {
    SmallApi shelf = new SmallApi();
    shelf.add("POST", "/notes", "Create a note");
    shelf.add("DELETE", "/readers", "Delete reader");
    shelf.add("GET", "/readers", "List reader");
    assertThat(shelf.search("note \"delete reader\"")).first().isEqualTo("POST /notes");
    assertThat(shelf.search("\"delete reader\"")).first().isEqualTo("DELETE /readers");
  }

  @Test
  void theFilterDecidesWhoMayAppear() {
    SearchIndex index = api.index();
    for (int limit : new int[] {1, 3, 10}) {
      assertThat(index.search("book", ordinal -> ordinal % 2 == 1, limit))
          .isNotEmpty()
          .hasSizeLessThanOrEqualTo(limit)
          .allMatch(hit -> hit.ordinal() % 2 == 1);
    }
    assertThat(index.search("book", ordinal -> false, 10)).isEmpty();
    assertThat(index.search("book", ordinal -> true, 0)).isEmpty();
    assertThat(index.search("book", ordinal -> true, -1)).isEmpty();
  }

  @Test
  void scoresFallAndNoOperationComesTwice() {
    for (String query :
        List.of("renew the loan of the book for me", "book", "list reviews of a book")) {
      List<Hit> hits = api.index().search(query, ordinal -> true, 10);
      assertThat(hits).isSortedAccordingTo(Comparator.comparing(Hit::score).reversed());
      assertThat(hits).extracting(Hit::ordinal).doesNotHaveDuplicates();
      assertThat(hits).allMatch(hit -> hit.score() >= 0);
    }
  }

  @Test
  void equalsStandInTheOrderOfTheDocument() {
    SmallApi same = new SmallApi();
    IntStream.range(0, 40).forEach(i -> same.add("GET", "/things", "List things"));
    assertThat(same.index().search("things", ordinal -> true, 40))
        .extracting(Hit::ordinal)
        .isEqualTo(IntStream.range(0, 40).boxed().toList());
  }

  @Test
  void anApiThatSaysNothingIsFoundByItsPaths() {
    SmallApi mute = new SmallApi();
    mute.add("GET", "/users", "");
    mute.add("POST", "/users", "");
    mute.add("DELETE", "/users/{id}", "");
    assertThat(mute.search("create user")).first().isEqualTo("POST /users");
    assertThat(mute.search("remove a user")).first().isEqualTo("DELETE /users/{id}");
    assertThat(mute.search("list users")).first().isEqualTo("GET /users");
  }
}
