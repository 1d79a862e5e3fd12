package dev.dragoman.runtime.execute.mock.list;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Json;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class PageFieldsTest {
  private static final JsonNode NO_PLAN = Json.of("{}");

  /** The second of five pages with two items each, and the fifth, which has one. */
  private static final Page SECOND = page(2, 2, 2, "mock-4");

  private static final Page LAST = page(1, 8, 5, null);

  private static Page page(int items, int start, long number, String next) {
    ObjectNode item = JsonNodeFactory.instance.objectNode();
    Optional<String> value = Optional.ofNullable(next);
    return new Page(
        Collections.nCopies(items, item),
        start,
        9,
        2,
        number,
        value,
        value.map(one -> "/list?after=" + one));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"has_more":true}                     | {"has_more":true}                  | {"has_more":false}
          {"pageInfo":{"hasNextPage":false}}    | {"pageInfo":{"hasNextPage":true}}  | {"pageInfo":{"hasNextPage":false}}
          {"isLast":true,"last":true}           | {"isLast":false,"last":false}      | {"isLast":true,"last":true}
          {"has_more":1,"last":5}               | {"has_more":1,"last":5}            | {"has_more":1,"last":5}
          {"other":true}                        | {"other":true}                     | {"other":true}
          {"total":1,"totalElements":1}         | {"total":9,"totalElements":9}      | {"total":9,"totalElements":9}
          {"count":1,"numberOfElements":1}      | {"count":2,"numberOfElements":2}   | {"count":1,"numberOfElements":1}
          {"total_pages":1,"page_count":1}      | {"total_pages":5,"page_count":5}   | {"total_pages":5,"page_count":5}
          {"page":1,"current_page":1}           | {"page":2,"current_page":2}        | {"page":5,"current_page":5}
          {"offset":0,"startAt":0}              | {"offset":2,"startAt":2}           | {"offset":8,"startAt":8}
          {"limit":1,"page_size":1}             | {"limit":2,"page_size":2}          | {"limit":2,"page_size":2}
          {"total":"1","page":null}             | {"total":"1","page":null}          | {"total":"1","page":null}
          {"amount":1}                          | {"amount":1}                       | {"amount":1}
          {"next_cursor":"x"}                   | {"next_cursor":"mock-4"}           | {"next_cursor":null}
          {"next_cursor":null}                  | {"next_cursor":"mock-4"}           | {"next_cursor":null}
          {"nextPageUrl":"x"}                   | {"nextPageUrl":"/list?after=mock-4"} | {"nextPageUrl":null}
          {"next":"https://example.com/?a=1"}   | {"next":"/list?after=mock-4"}      | {"next":null}
          {"next":"/x?a=1"}                     | {"next":"/list?after=mock-4"}      | {"next":null}
          {"next":"abc"}                        | {"next":"mock-4"}                  | {"next":null}
          {"next":{"href":"x","title":"t"}}     | {"next":{"href":"/list?after=mock-4","title":"t"}} | {"next":null}
          {"links":{"next":"/x","self":"/y"}}   | {"links":{"next":"/list?after=mock-4","self":"/y"}} | {"links":{"next":null,"self":"/y"}}
          {"next":{"after":"x","link":"y"}}     | {"next":{"after":"x","link":"/list?after=mock-4"}} | {"next":null}
          {"previous":"x","prev":{"href":"y"}}  | {"previous":null,"prev":null}      | {"previous":null,"prev":null}
          {"a":{"b":{"total":1,"c":{"total":1}}}} | {"a":{"b":{"total":9,"c":{"total":1}}}} | {"a":{"b":{"total":9,"c":{"total":1}}}}
          {"items":[{"total":1}],"next":[1]}    | {"items":[{"total":1}],"next":[1]} | {"items":[{"total":1}],"next":[1]}
          [{"total":1}]                         | [{"total":1}]                      | [{"total":1}]
          """)
  void theResponseSaysWhatComesNext(String body, String second, String last) {
    assertThat(set(body, SECOND, NO_PLAN, NO_PLAN)).hasToString(second);
    assertThat(set(body, LAST, NO_PLAN, NO_PLAN)).hasToString(last);
  }

  @Test
  void anEmptyListHasNoPages() {
    Page empty = new Page(List.of(), 0, 0, 10, 1, Optional.empty(), Optional.empty());
    assertThat(set("{\"total\":3,\"totalPages\":1,\"has_more\":true}", empty, NO_PLAN, NO_PLAN))
        .hasToString("{\"total\":0,\"totalPages\":0,\"has_more\":false}");
  }

  @ParameterizedTest
  @CsvSource({"7, 7", "mock-7, '\"mock-7\"'", "12345678901, '\"12345678901\"'"})
  void theNumberOfTheNextPageIsANumber(String next, String expected) {
    Page page = page(2, 2, 2, next);
    assertThat(set("{\"next_page\":3}", page, NO_PLAN, NO_PLAN).path("next_page"))
        .hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                                                                | {"next":null}
          {"properties":{"next":{"type":"string","nullable":true}}}         | {"next":null}
          {"properties":{"next":{"type":["string","null"]}}}                | {"next":null}
          {"properties":{"next":{"type":"string"}}}                         | {}
          {"required":["next"],"properties":{"next":{"type":"string"}}}     | {"next":""}
          {"required":["other"],"properties":{"next":{"type":"string"}}}    | {}
          """)
  void theEndIsWhatTheSchemaAllows(String schema, String expected) {
    assertThat(set("{\"next\":\"x\"}", LAST, NO_PLAN, Json.of(schema))).hasToString(expected);
    assertThat(set("{\"in\":{\"next\":\"x\"}}", LAST, NO_PLAN, Json.of(schema)).path("in"))
        .hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"kind":"cursor","field":"meta.token"}    | {"meta":{"token":"x"}}   | {"meta":{"token":"mock-4"}}
          {"kind":"cursor","field":"/meta/token"}   | {"meta":{"token":"x"}}   | {"meta":{"token":"mock-4"}}
          {"kind":"cursor","field":"token"}         | {"meta":{"token":"x"}}   | {"meta":{"token":"x"}}
          {"kind":"lastItem","field":"id"}          | {"id":"x"}               | {"id":"x"}
          {"kind":"page","more":"further"}          | {"further":false}        | {"further":true}
          {"kind":"page","last":"done"}             | {"done":true}            | {"done":false}
          {"kind":"page","total":"hits"}            | {"hits":1}               | {"hits":9}
          {"kind":"page","total":"count"}           | {"count":1}              | {"count":9}
          {"kind":"page","total":""}                | {"":1}                   | {"":1}
          """)
  void theCatalogNamesFurtherMembers(String plan, String body, String expected) {
    assertThat(set(body, SECOND, Json.of(plan), NO_PLAN)).hasToString(expected);
  }

  private static JsonNode set(String text, Page page, JsonNode plan, JsonNode schema) {
    JsonNode body = Json.of(text);
    PageFields.set(body, page, plan, path -> schema);
    return body;
  }
}
