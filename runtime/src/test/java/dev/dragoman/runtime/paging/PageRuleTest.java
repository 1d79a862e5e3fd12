package dev.dragoman.runtime.paging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Json;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How an operation pages, read from the catalog, and which paths and names a URL may have. */
class PageRuleTest {

  private static JsonNode json(String text) {
    return Json.of(text.replace('\'', '"'));
  }

  private static PageRule rule(String paging, String parameters) {
    return PageRule.of(json("{'paging':{" + paging + "},'parameters':[" + parameters + "]}"))
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'paging':{}}",
        "{'paging':{'kind':'PAGE'}}",
        "{'paging':{'kind':'pages'}}"
      })
  void anOperationWithoutAKnownKindHasNoPages(String details) {
    assertThat(PageRule.of(json(details))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          'kind':'page'                | 1
          'kind':'page','first':0      | 0
          'kind':'offset'              | 0
          'kind':'offset','first':1    | 1
          'kind':'cursor'              | 0
          """)
  void numbersBeginWhereTheKindDoes(String paging, long first) {
    assertThat(rule(paging, "").first()).isEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource({
    "50, 50",
    "1, 1",
    "0, -",
    "-5, -",
    "'\"50\"', -",
    "5.5, -",
    "99999999999, -",
    "null, -"
  })
  void theLargestSizeIsAPositiveNumber(String given, String largest) {
    assertThat(rule("'kind':'page','sizeMax':" + given, "").sizeMax())
        .isEqualTo(
            largest.equals("-") ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(largest)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          'total':'n'      | {'n':7}         | 7
          'total':'n'      | {'n':0}         | 0
          'total':'meta.n' | {'meta':{'n':7}} | 7
          'total':'n'      | {'n':-1}        | -
          'total':'n'      | {'n':'7'}       | -
          'total':'n'      | {'n':7.5}       | -
          'total':'n'      | {'n':9999999999} | -
          'total':'n'      | {}              | -
          'total':'n'      | [1]             | -
          'first':1        | {'n':7}         | -
          'first':1        | {'':7}          | -
          """)
  void theNumberOfAllItemsIsWhereTheRuleSays(String paging, String body, String total) {
    assertThat(rule("'kind':'page'," + paging, "").total(json(body)))
        .isEqualTo(
            total.equals("-") ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(total)));
  }

  @ParameterizedTest
  @CsvSource({
    "q, true", "filter, true", "filter[a], true", "filter[a][b], true", "q[a], true",
    "filte, false", "filter.a, false", "[filter], false", "token, false", "Q, false"
  })
  void aMemberOfADeclaredObjectIsDeclared(String name, boolean declared) {
    String parameters =
        "{'in':'query','name':'q','argument':'q'},{'in':'query','name':'filter'},"
            + "{'in':'header','name':'token'}";
    assertThat(rule("'kind':'link'", parameters).declares(name)).isEqualTo(declared);
  }

  /** OpenAPI 3.2, {@code in: querystring}: the whole query is one value. */
  @Test
  void whereTheEntireQueryIsAParameterEveryNameIsDeclared() {
    String whole = "{'in':'querystring','name':'any','argument':'query'}";
    assertThat(rule("'kind':'link'", whole).declares("token")).isTrue();
  }

  /** A URL may be relative to the page (RFC 3986, section 5.2), or behind a gateway. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          /v2/items  | ?a=1                        | true
          /v2/items  | #top                        | false
          /v2/items  | ``                          | false
          /v2/items  | items?a=1                   | true
          /v2/items  | other?a=1                   | false
          /v2/items  | v2/items?a=1                | false
          /v2/items  | /v2/items                   | true
          /v2/items/ | /v2/items?a=1               | true
          /v2/items  | /v2/items/?a=/other         | true
          /v2/items  | /gate/v2/items              | true
          /v2/items  | /items                      | false
          /v2/items  | /v2/items/7                 | false
          /v2/items  | //api.test/v2/items         | true
          /v2/items  | http://api.test:81/v2/items?u=http://b/c | true
          /v2/items  | https://api.test            | false
          /          | https://api.test?a=1        | true
          /          | https://api.test/           | true
          /          | /items                      | false
          /v2/a%20b  | /v2/a%20b                   | true
          /v2/a%zz   | /v2/a%zz                    | true
          """)
  void aUrlOfThePageHasItsPath(String path, String url, boolean same) {
    PageRequest made = new PageRequest((ObjectNode) json("{}"), null, "", path, "");
    assertThat(made.hasPathOf(url)).isEqualTo(same);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a=1&b=2       | a=1 b=2
          a             | a=
          a=            | a=
          a=b=c         | a=b=c
          =1            | ``
          ``            | ``
          &&a=1&        | a=1
          a=1&a=2       | a=1 a=2
          a%5Bb%5D=%C3%A9+x | a[b]=é x
          a=%zz         | a=%zz
          %F0%9F%98%80=1 | 😀=1
          """)
  void theQueryOfAUrlHasParts(String query, String parts) {
    assertThat(
            String.join(
                " ",
                QueryPart.of(query).stream()
                    .map(part -> part.name() + "=" + part.value())
                    .toList()))
        .isEqualTo(parts);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          https://x.test/y?a=1#b?c  | a=1
          https://x.test/y          | ``
          https://x.test/y#a?b=1    | ``
          ?a=?                      | a=?
          ?                         | ``
          """)
  void theQueryEndsBeforeTheFragment(String url, String query) {
    assertThat(QueryPart.queryOf(url)).isEqualTo(query);
  }
}
