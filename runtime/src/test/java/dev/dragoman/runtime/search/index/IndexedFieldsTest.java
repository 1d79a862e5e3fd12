package dev.dragoman.runtime.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.dragoman.runtime.search.index.OperationTraits.Method;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the index keeps of an operation, and what a search reads back. */
class IndexedFieldsTest {

  private static IndexedOperation operation(String method, String path, String summary) {
    return new IndexedOperation(
        "zoo", method, path, List.of(), summary, "", List.of(), List.of(), false, List.of());
  }

  private static IndexData index(IndexedOperation... operations) {
    return new IndexData(ByteBuffer.wrap(SearchIndexWriter.write(List.of(operations))));
  }

  @ParameterizedTest
  @CsvSource({
    "GET, GET",
    "get, GET",
    "POST, POST",
    "PUT, PUT",
    "PATCH, PATCH",
    "DELETE, DELETE",
    "HEAD, OTHER",
    "OPTIONS, OTHER",
    "QUERY, OTHER",
    "'', OTHER"
  })
  void methodsAreKept(String method, Method kept) {
    assertThat(OperationTraits.of(operation(method, "/a", "")).method()).isEqualTo(kept);
    assertThat(index(operation(method, "/a", "")).shape(0).method()).isEqualTo(kept);
  }

  @ParameterizedTest
  @CsvSource({
    "/,                   0, false",
    "'',                  0, false",
    "/a,                  1, false",
    "/a/,                 1, false",
    "//a,                 1, false",
    "/a/{id},             2, true",
    "/a/{id}/,            2, true",
    "/a/{id}/b,           3, false",
    "/{id},               1, true",
    "/a/x-{id},           2, true",
    "/a/{id}.json,        2, false",
    "/a/{id}:run,         2, false",
    "/a/{x}/{y},          3, true"
  })
  void segmentsAndItems(String path, int segments, boolean onItem) {
    OperationTraits traits = index(operation("GET", path, "")).shape(0);
    assertThat(traits.segments()).isEqualTo(segments);
    assertThat(traits.onItem()).isEqualTo(onItem);
  }

  @ParameterizedTest
  @CsvSource({"255, 255", "256, 255", "1000, 255"})
  void aLongPathDoesNotSpillOver(int segments, int kept) {
    OperationTraits traits = index(operation("DELETE", "/a".repeat(segments), "")).shape(0);
    assertThat(traits.segments()).isEqualTo(kept);
    assertThat(traits.method()).isEqualTo(Method.DELETE);
  }

  @ParameterizedTest
  @CsvSource({
    "GET,  /me,                 '',                            true",
    "POST, /me,                 '',                            true",
    "GET,  /me/loans,           '',                            true",
    "GET,  /users/@me,          '',                            true",
    "GET,  /users/~me,          '',                            true",
    "GET,  /self,               '',                            true",
    "GET,  /whoami,             '',                            true",
    "GET,  /user,               '',                            true",
    "GET,  /User,               '',                            true",
    "GET,  /v1/account,         '',                            true",
    "GET,  /current_user,       '',                            true",
    "POST, /user,               '',                            false",
    "GET,  /users,              '',                            false",
    "GET,  /user/repos,         '',                            false",
    "GET,  /menu,               '',                            false",
    "GET,  /ME,                 '',                            false",
    "GET,  /users/{id}/me,      '',                            false",
    "GET,  /user/{id},          the current user,              false",
    "GET,  /repos,              List for the Current User,     true",
    "POST, /repos,              for the authenticated user,    true",
    "GET,  /repos,              for the logged-in user,        true",
    "GET,  /repos,              for a user,                    false",
    "GET,  /,                   the current user,              false"
  })
  void operationsAboutTheCaller(String method, String path, String summary, boolean self) {
    assertThat(index(operation(method, path, summary)).shape(0).self()).isEqualTo(self);
  }

  @ParameterizedTest
  @CsvSource({
    "POST,   /orders/search,        true",
    "POST,   /orders:search,        true",
    "POST,   /orders/_search,       true",
    "POST,   /orders/Query,         true",
    "POST,   /accounts/balance/get, true",
    "POST,   /orders,               false",
    "POST,   /orders/{search},      false",
    "POST,   /search/orders,        false",
    "POST,   /search-saved,         false",
    "POST,   /messages/{id}/read,   false",
    "POST,   /,                     false",
    "GET,    /orders/search,        false",
    "DELETE, /orders/search,        false"
  })
  void postsThatReadByTheirPath(String method, String path, boolean reads) {
    assertThat(index(operation(method, path, "")).shape(0).reads()).isEqualTo(reads);
  }

  @Test
  void everyCombinationOfTraitsSurvives() {
    for (Method method : Method.values()) {
      for (int bits = 0; bits < 16; bits++) {
        OperationTraits traits =
            new OperationTraits(
                method,
                17 * bits,
                (bits & 1) != 0,
                (bits & 2) != 0,
                (bits & 4) != 0,
                (bits & 8) != 0);
        assertThat(OperationTraits.decoded(traits.encoded())).isEqualTo(traits);
      }
    }
  }

  @Test
  void aMethodOfAnotherVersionIsSomeMethod() {
    assertThat(OperationTraits.decoded(200 << 24).method()).isEqualTo(Method.OTHER);
  }

  @ParameterizedTest
  @CsvSource({
    "/books,                     book",
    "/books/{bookId},            book",
    "/books/{bookId}/reviews,    review",
    "/pull-requests,             request",
    "/pullRequests,              request",
    "/loans/{id}/renew,          renew",
    "/books/search,              book",
    "/books/{id}/list,           book",
    "/search,                    ''",
    "/{id},                      ''",
    "/,                          ''",
    "/v1/2,                      ''",
    "/books/{id}/of,             ''"
  })
  void theSubjectOfAPath(String path, String subject) {
    assertThat(IndexField.subject(path)).isEqualTo(subject);
  }

  private static final IndexedOperation FULL =
      new IndexedOperation(
          "listPullRequests",
          "GET",
          "/repos/{ownerName}/pulls",
          List.of("Pull Requests", "git"),
          "Lists the pulls",
          "Returns 30 of them.",
          List.of("per_page", "sortBy"),
          List.of("title"),
          false,
          List.of());

  @ParameterizedTest
  @CsvSource({
    "PATH,        repo pul",
    "ID,          list pul request",
    "TAGS,        pul request git",
    "SUMMARY,     list pul",
    "DESCRIPTION, return",
    "PARAMETERS,  pag sort",
    "BODY,        titl"
  })
  void theTermsOfEachField(IndexField field, String stems) {
    assertThat(field.stems(FULL)).isEqualTo(List.of(stems.split(" ", -1)));
  }

  @ParameterizedTest
  @CsvSource({"59, true", "60, false"})
  void onlyTheBeginningOfADescriptionIsSearched(int before, boolean found) {
    String description = String.join(" ", Collections.nCopies(before, "the")) + " zebra";
    IndexedOperation operation =
        new IndexedOperation(
            "id", "GET", "/a", List.of(), "", description, List.of(), List.of(), false, List.of());
    assertThat(IndexField.DESCRIPTION.stems(operation).contains("zebra")).isEqualTo(found);
  }

  @Test
  void theTitleIsPathAndSummaryOrElseTheId() {
    assertThat(WeightedDocument.of(List.of(FULL)).get(0).title())
        .containsExactlyInAnyOrder("repo", "pul", "list");
    assertThat(WeightedDocument.of(List.of(operation("GET", "/a", ""))).get(0).title())
        .containsExactly("zoo");
  }

  /** A word in the summary says more than one in the description, and more often is more. */
  @Test
  void impacts() {
    IndexedOperation operation =
        new IndexedOperation(
            "x",
            "GET",
            "/books",
            List.of(),
            "Zebra",
            "Lion lion tiger",
            List.of("puma"),
            List.of(),
            false,
            List.of());
    WeightedDocument document = WeightedDocument.of(List.of(operation)).get(0);
    assertThat(document.impacts().get("zebra")).isGreaterThan(document.impacts().get("lion"));
    assertThat(document.impacts().get("lion")).isGreaterThan(document.impacts().get("tiger"));
    assertThat(document.impacts().get("tiger")).isGreaterThan(document.impacts().get("puma"));
    assertThat(document.impacts().values()).allMatch(impact -> impact > 0 && impact < 1);
  }

  @Test
  void aWordInALongTextSaysLess() {
    List<IndexedOperation> operations =
        List.of(
            operation("GET", "/a", "zebra"),
            operation("GET", "/b", "zebra lion tiger puma wolf bear"));
    List<WeightedDocument> documents = WeightedDocument.of(operations);
    assertThat(documents.get(0).impacts().get("zebra"))
        .isGreaterThan(documents.get(1).impacts().get("zebra"));
  }

  @Test
  void termsAreFoundExactly() {
    IndexData index =
        index(
            operation("GET", "/zebras", "Zebra größe"),
            operation("GET", "/lions", "Lion zebra"),
            operation("GET", "/tigers", "Tiger"));
    assertThat(index.operations()).isEqualTo(3);
    for (String term : List.of("zebra", "lion", "tiger", "grosse")) {
      assertThat(index.term(term) >= 0).as(term).isEqualTo(!term.equals("grosse"));
    }
    for (String term : List.of("", "zebr", "zebraa", "a", "~", "zz", "\uffff", "Zebra")) {
      assertThat(index.term(term)).as(term).isEqualTo(-1);
    }
    for (String term : List.of("zebra", "lion", "tiger")) {
      assertThat(index.text(index.term(term))).isEqualTo(term);
    }
    assertThat(index.frequency(index.term("zebra"))).isEqualTo(2);
    assertThat(index.frequency(index.term("tiger"))).isEqualTo(1);
  }

  @Test
  void postingsSayWhereATermIs() {
    IndexData index =
        index(
            operation("GET", "/lions", ""),
            new IndexedOperation(
                "x", "GET", "/a", List.of(), "b", "lion", List.of(), List.of(), false, List.of()));
    IndexData.Postings postings = index.postings(index.term("lion"));
    assertThat(postings.next()).isTrue();
    assertThat(postings.ordinal()).isZero();
    assertThat(postings.inTitle()).isTrue();
    float first = postings.impact();
    assertThat(postings.next()).isTrue();
    assertThat(postings.ordinal()).isEqualTo(1);
    assertThat(postings.inTitle()).isFalse();
    assertThat(postings.impact()).isPositive().isLessThan(first);
    assertThat(postings.next()).isFalse();
    assertThat(postings.next()).isFalse();
  }

  /** Ordinals and counts of more than seven bits take several bytes. */
  @ParameterizedTest
  @ValueSource(ints = {126, 127, 128, 129, 300})
  void manyOperations(int count) {
    List<IndexedOperation> operations = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      operations.add(operation("GET", "/zebras", ""));
    }
    operations.add(operation("GET", "/lions", ""));
    IndexData index = index(operations.toArray(IndexedOperation[]::new));
    assertThat(index.frequency(index.term("zebra"))).isEqualTo(count);
    IndexData.Postings lion = index.postings(index.term("lion"));
    assertThat(lion.next()).isTrue();
    assertThat(lion.ordinal()).isEqualTo(count);
    IndexData.Postings zebras = index.postings(index.term("zebra"));
    for (int i = 0; i < count; i++) {
      assertThat(zebras.next()).isTrue();
      assertThat(zebras.ordinal()).isEqualTo(i);
    }
    assertThat(zebras.next()).isFalse();
  }

  /** Rare words weigh more, and even a word in every operation weighs something. */
  @ParameterizedTest
  @CsvSource({"1, 1", "10, 10", "1000, 1000"})
  void rarity(int operations, int frequency) {
    float common = IndexLayout.idf(operations, frequency);
    assertThat(common).isPositive();
    assertThat(IndexLayout.idf(operations + 1, frequency)).isGreaterThan(common);
    assertThat(IndexLayout.idf(100, 1)).isCloseTo(4.21f, within(0.01f));
  }

  @Test
  void producersAreKeptInOrderUpToThree() {
    IndexedOperation plain = operation("GET", "/a", "");
    IndexedOperation many =
        new IndexedOperation(
            "x", "GET", "/b", List.of(), "", "", List.of(), List.of(), true, List.of(2, 0, 1, 0));
    IndexData index = index(plain, plain, many);
    assertThat(List.of(index.producer(2, 0), index.producer(2, 1), index.producer(2, 2)))
        .containsExactly(2, 0, 1);
    assertThat(index.producer(0, 0)).isEqualTo(-1);
    assertThat(index.shape(2).deprecated()).isTrue();
    assertThat(index.shape(0).deprecated()).isFalse();
  }

  @Test
  void theSubjectIsATermOrNothing() {
    IndexData index = index(operation("GET", "/zebras/{id}", ""), operation("GET", "/{id}", ""));
    assertThat(index.subject(0)).isEqualTo(index.term("zebra"));
    assertThat(index.subject(1)).isEqualTo(-1);
  }

  /** A synonym of many operations does not tell them apart. */
  @ParameterizedTest
  @CsvSource({"1, true", "2, false"})
  void synonymsOfFewOperationsAreTerms(int films, boolean found) {
    List<IndexedOperation> operations = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      operations.add(operation("GET", i < films ? "/films" : "/zebras", ""));
    }
    IndexData index = index(operations.toArray(IndexedOperation[]::new));
    assertThat(index.term("~movy") >= 0).isEqualTo(found);
    assertThat(index.term("movy")).isEqualTo(-1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0  | it is not a search index",
        "4  | its format version is not supported",
        "8  | its checksum is wrong",
        "12 | its checksum is wrong"
      })
  void aForeignIndexIsRefusedWithAReason(int at, String problem) {
    byte[] bytes = SearchIndexWriter.write(List.of(operation("GET", "/a", "b")));
    bytes[at] ^= 0x40;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new IndexData(ByteBuffer.wrap(bytes)))
        .withMessage("The search index cannot be read: " + problem + "; rebuild the server.");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4, 27})
  void aShortIndexIsRefused(int length) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new IndexData(ByteBuffer.allocate(length)))
        .withMessageContaining("it is too short");
  }
}
