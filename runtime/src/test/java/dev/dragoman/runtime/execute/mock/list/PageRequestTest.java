package dev.dragoman.runtime.execute.mock.list;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Json;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class PageRequestTest {
  private static final String NUMBER = "{\"type\":[\"integer\"]}";

  /** Parameters are written as their names with types, e.g. {@code page:integer limit:integer}. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # parameters                             | kind      | parameter | first
          page:integer                             | PAGE      | page      | 1
          page:number                              | PAGE      | page      | 1
          pageIndex:integer                        | PAGE      | pageIndex | 1
          page:string                              | CURSOR    | page      | 0
          page[after]:string                       | CURSOR    | page[after] | 0
          X-Cursor:string                          | -         | -         | 0
          offset:integer                           | OFFSET    | offset    | 0
          startAt:integer                          | OFFSET    | startAt   | 0
          page:integer offset:integer              | PAGE      | page      | 1
          offset:integer cursor:string             | CURSOR    | cursor    | 0
          page:integer page_token:string           | CURSOR    | page_token | 0
          cursor:string starting_after:string      | LAST_ITEM | starting_after | 0
          cursor:integer                           | OFFSET    | cursor    | 0
          cursor:integer","string                  | CURSOR    | cursor    | 0
          limit:integer                            | -         | -         | 0
          color:string                             | -         | -         | 0
          """)
  void usualNamesSayHowPagesFollow(String names, String kind, String parameter, long first) {
    Optional<PageRequest> request = PageRequest.of(details(names), name -> Optional.empty());
    assertThat(request.map(found -> found.kind().name()).orElse(null)).isEqualTo(kind);
    assertThat(request.map(PageRequest::parameter).orElse(null)).isEqualTo(parameter);
    assertThat(request.map(PageRequest::first).orElse(0L)).isEqualTo(first);
    assertThat(request.flatMap(PageRequest::given)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"type":"integer","default":0}             | 0
          {"type":"integer","minimum":0}             | 0
          {"type":"integer","minimum":0,"default":1} | 1
          {"type":"integer","minimum":1}             | 1
          {"type":["integer","null"]}                | 1
          {"$ref":"#/Page"}                          | 1
          """)
  void theFirstPageIsTheDefaultOrTheLeastOne(String schema, long first) {
    PageRequest request =
        PageRequest.of(details("page", schema), name -> Optional.empty()).orElseThrow();
    assertThat(request.kind()).isEqualTo(PageRequest.Kind.PAGE);
    assertThat(request.first()).isEqualTo(first);
  }

  @Test
  void onlyTheQueryIsSearchedForUsualNames() {
    ObjectNode details = details("page:integer");
    ((ObjectNode) details.path("parameters").path(0)).put("in", "header");
    assertThat(PageRequest.of(details, name -> Optional.empty())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # size schema                                  | given | size
          {"type":"integer"}                             | -     | 10
          {"type":"integer"}                             | 7     | 7
          {"type":"integer"}                             | 007   | 7
          {"type":"integer"}                             | 0     | 1
          {"type":"integer"}                             | -5    | 10
          {"type":"integer"}                             | many  | 10
          {"type":"integer"}                             | 5000  | 1000
          {"type":"integer"}                             | 99999999999999999999 | 1000
          {"type":"integer","default":30}                | -     | 30
          {"type":"integer","default":30}                | 5     | 5
          {"type":"integer","default":30,"maximum":20}   | -     | 20
          {"type":"integer","maximum":20}                | 50    | 20
          {"type":"integer","maximum":20}                | 99999999999999999999 | 20
          {"type":"integer","maximum":5000}              | 4000  | 1000
          {"type":"integer","default":0}                 | -     | 1
          {"type":"integer","default":"x"}               | -     | 10
          """)
  void theSizeIsWhatTheRequestSaysWithinBounds(String schema, String given, int size) {
    ObjectNode details = details("page:integer");
    ((ArrayNode) details.path("parameters")).add(parameter("per_page", Json.of(schema)));
    Optional<String> value = Optional.ofNullable(given);
    assertThat(size(details, value)).isEqualTo(size);
    details.set(
        "paging", Json.of("{\"kind\":\"page\",\"parameter\":\"page\",\"size\":\"per_page\"}"));
    assertThat(size(details, value)).as("the same if the catalog names it").isEqualTo(size);
  }

  private static int size(JsonNode details, Optional<String> given) {
    return PageRequest.of(details, name -> name.equals("per_page") ? given : Optional.empty())
        .orElseThrow()
        .size();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"kind":"page","parameter":"p"}                          | PAGE      | 1 | 10
          {"kind":"page","parameter":"p","first":0}                | PAGE      | 0 | 10
          {"kind":"offset","parameter":"p"}                        | OFFSET    | 0 | 10
          {"kind":"offset","parameter":"p","first":1}              | OFFSET    | 1 | 10
          {"kind":"cursor","parameter":"p"}                        | CURSOR    | 0 | 10
          {"kind":"lastItem","parameter":"p"}                      | LAST_ITEM | 0 | 10
          {"kind":"cursor","parameter":"p","size":"n"}             | CURSOR    | 0 | 50
          {"kind":"cursor","parameter":"p","size":"n","sizeMax":9} | CURSOR    | 0 | 9
          {"kind":"cursor","parameter":"p","size":"n","sizeMax":0} | CURSOR    | 0 | 1
          {"kind":"url","parameter":"p"}                           | CURSOR    | 0 | 10
          {"kind":"url","parameter":"page"}                        | PAGE      | 1 | 10
          {"kind":"link","parameter":"skip"}                       | OFFSET    | 0 | 10
          {"kind":"link","parameter":"marker"}                     | CURSOR    | 0 | 10
          {"kind":"cursor","parameter":"skip"}                     | OFFSET    | 0 | 10
          """)
  void theCatalogTakesPrecedence(String paging, String kind, long first, int size) {
    ObjectNode details = details("starting_after:string page:integer skip:integer marker:string");
    details.set("paging", Json.of(paging));
    PageRequest request =
        PageRequest.of(details, name -> Optional.of(name.equals("n") ? "50" : "3")).orElseThrow();
    assertThat(request.kind()).hasToString(kind);
    assertThat(request.first()).isEqualTo(first);
    assertThat(request.size()).isEqualTo(size);
    assertThat(request.parameter()).isEqualTo(details.path("paging").path("parameter").asString());
    assertThat(request.given()).contains("3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"kind":"link","parameter":""}
          {"kind":"surprise","parameter":"p"}
          {}
          """)
  void withoutAWordOfTheCatalogTheNamesCount(String paging) {
    ObjectNode details = details("page:integer");
    details.set("paging", Json.of(paging));
    assertThat(PageRequest.of(details, name -> Optional.empty()).orElseThrow().parameter())
        .isEqualTo("page");
  }

  @Test
  void theParametersThatSelectAPageAreKnown() {
    assertThat(PageRequest.parameters(details("color:string page:integer size:integer")))
        .containsExactlyInAnyOrder("page", "size");
    assertThat(PageRequest.parameters(details("color:string size:integer"))).isEmpty();
  }

  private static ObjectNode details(String names) {
    ObjectNode details = (ObjectNode) Json.of("{\"parameters\":[]}");
    for (String name : names.split(" ", -1)) {
      String[] parts = name.split(":", -1);
      ((ArrayNode) details.path("parameters"))
          .add(parameter(parts[0], Json.of(NUMBER.replace("integer", parts[1]))));
    }
    return details;
  }

  private static ObjectNode details(String name, String schema) {
    ObjectNode details = (ObjectNode) Json.of("{\"parameters\":[]}");
    ((ArrayNode) details.path("parameters")).add(parameter(name, Json.of(schema)));
    return details;
  }

  private static ObjectNode parameter(String name, JsonNode schema) {
    ObjectNode parameter = (ObjectNode) Json.of("{\"in\":\"query\"}");
    parameter.put("name", name).put("argument", name).set("schema", schema);
    return parameter;
  }
}
