package dev.dragoman.runtime.execute.mock;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.execute.mock.MockApi.Answer;
import dev.dragoman.runtime.request.ApiRequest.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Lists of a mock, with and without pages; see docs/decisions/mock.md. */
class MockListTest {
  private static final String SCHEMAS =
      """
      {"thing": {"type": "object", "properties": {
         "id": {"type": "integer"}, "name": {"type": "string"}, "size": {"type": "integer"}}},
       "things": {"type": "array", "items": {"$ref": "thing"}},
       "few": {"type": "array", "maxItems": 2, "items": {"$ref": "thing"}},
       "page": {"type": "object", "properties": {
         "data": {"$ref": "things"}, "total": {"type": "integer"}, "next": {"type": "string"}}},
       "boxed": {"type": "object", "properties": {"box": {"$ref": "thing"}}}}""";

  private static final String OPERATIONS =
      """
      {"GET /plain": {"responses": {"200": {"content": {"application/json": {"schema": {"$ref": "things"}}}}}},
       "GET /few": {"responses": {"200": {"content": {"application/json": {"schema": {"$ref": "few"}}}}}},
       "GET /plain/{id}": {"responses": {}},
       "GET /few/{id}": {"responses": {}},
       "GET /table/{id}": {"responses": {}},
       "GET /only": {"responses": {"200": {"content": {"application/json": {"schema": {"$ref": "things"}}}}}},
       "GET /example": {"responses": {"200": {"content": {"application/json": {"examples": [[{"id": 1}, {"id": 5}]]}}}}},
       "GET /numbers": {"responses": {"200": {"content": {"application/json": {"schema": {"type": "array", "items": {"type": "integer"}}}}}}},
       "GET /table": {"responses": {"200": {"content": {"text/csv": {"schema": {"$ref": "things"}}}}}},
       "GET /picture": {"responses": {"200": {"content": {"image/png": {"schema": {"$ref": "things"}}}}}},
       "GET /paged": {"parameters": [
           {"name": "page", "in": "query", "schema": {"type": "integer"}}, {"name": "size", "in": "query", "schema": {"type": "integer"}}, {"name": "tag", "in": "query"}],
         "responses": {"200": {"content": {"application/json": {"schema": {"$ref": "things"}}}}}},
       "GET /object": {"parameters": [{"name": "page", "in": "query", "schema": {"type": "integer"}}],
         "responses": {"200": {"content": {"application/json": {"schema": {"$ref": "page"}}}}}},
       "GET /linked": {"parameters": [{"name": "page", "in": "query", "schema": {"type": "integer"}}],
         "responses": {"200": {"headers": ["Link"], "content": {"application/json": {"schema": {"$ref": "page"}}}}}},
       "GET /cursor": {"parameters": [{"name": "cursor", "in": "query", "schema": {"type": "string"}}],
         "responses": {"200": {"content": {"application/json": {"schema": {"$ref": "page"}}}}}},
       "GET /scim": {"parameters": [{"name": "startIndex", "argument": "startIndex", "in": "query", "schema": {"type": "integer"}}],
         "paging": {"kind": "offset", "in": "query", "parameter": "startIndex", "first": 1, "items": "data"},
         "responses": {"200": {"content": {"application/json": {"schema": {"$ref": "page"}}}}}},
       "GET /header": {"paging": {"kind": "cursor", "in": "header", "parameter": "X-Cursor", "field": "next", "items": "/data"},
         "responses": {"200": {"content": {"application/json": {"schema": {"$ref": "page"}}}}}},
       "POST /query": {"paging": {"kind": "cursor", "in": "body", "parameter": "page.after", "field": "next", "items": "data"},
         "responses": {"200": {"content": {"application/json": {"schema": {"$ref": "page"}}}}}},
       "POST /boxes": {"responses": {"201": {"content": {"application/json": {"schema": {"$ref": "boxed"}}}}}},
       "GET /boxes": {"responses": {"200": {"content": {"application/json": {"schema": {"$ref": "page"}}}}}},
       "GET /boxes/{id}": {"responses": {"200": {"content": {"application/json": {"schema": {"$ref": "boxed"}}}}}},
       "HEAD /plain": {"responses": {"200": {"content": {"application/json": {"schema": {"$ref": "things"}}}}}}}""";

  private final MockApi api = new MockApi(OPERATIONS, SCHEMAS);

  private static String ids(JsonNode list) {
    return list.valueStream()
        .map(item -> item.path("id").asString(""))
        .collect(Collectors.joining(","));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /plain                | 1,2,3
          /few                  | 1,2
          /only                 | 1
          /example              | 1,5
          /paged                | 1,2,3,4,5,6,7,8,9,10
          /paged?size=2         | 1,2
          /paged?size=2&page=3  | 5,6
          /paged?size=10&page=3 | 21,22,23,24,25
          /paged?page=9         | ''
          """)
  void aListBeginsWithItems(String call, String expected) {
    assertThat(ids(api.call("GET " + call, "").body())).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /paged?tag=a&tag=b&size=9        | </paged?tag=a&tag=b&size=9&page=2>; rel="next"
          /paged?page=2&size=9             | </paged?page=3&size=9>; rel="next"
          /paged?page=3&size=9             | ''
          /linked?page=1                   | </linked?page=2>; rel="next"
          /object?page=1                   | ''
          """)
  void aLinkLeadsToTheNextPage(String call, String expected) {
    assertThat(api.call("GET " + call, "").header("link")).isEqualTo(expected);
  }

  @Test
  void anOffsetMayBeginAtOne() {
    JsonNode page = api.call("GET /scim", "").body();
    assertThat(ids(page.path("data"))).startsWith("1,2").endsWith(",10");
    assertThat(page.path("next").asString()).isEqualTo("11");
    assertThat(ids(api.call("GET /scim?startIndex=11", "").body().path("data"))).startsWith("11,");
    assertThat(api.call("GET /scim?startIndex=21", "").body().has("next")).isFalse();
  }

  @Test
  void theNextPageIsAskedForInAHeaderOrInTheBody() {
    List<String> seen = new ArrayList<>();
    JsonNode page = api.call("GET /header", "").body();
    while (page.has("next")) {
      seen.add(ids(page.path("data")));
      Pair cursor = new Pair("x-cursor", page.path("next").asString());
      page = api.call("GET /header", List.of(cursor), "application/json", "").body();
    }
    seen.add(ids(page.path("data")));
    assertThat(seen).hasSize(3).last().isEqualTo("21,22,23,24,25");
    JsonNode second = api.call("POST /query", "{\"page\":{\"after\":\"mock-20\"}}").body();
    assertThat(second.path("data")).isEqualTo(page.path("data"));
    assertThat(second.path("total").asInt()).isEqualTo(25);
    JsonNode first = api.call("POST /query", "{\"page\":{\"after\":null}}").body();
    assertThat(ids(first.path("data"))).startsWith("1,2,");
  }

  @Test
  void aPageFromElsewhereIsAProblem() {
    Answer refused = api.call("GET /cursor?cursor=elsewhere", "");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.response().contentType()).contains("application/problem+json");
    assertThat(refused.body().path("detail").asString()).contains("cursor");
  }

  @Test
  void listsAreWrittenInOtherMediaTypesToo() {
    assertThat(new String(api.response("GET /table").body().toArray(), UTF_8).split("\r\n", -1))
        .startsWith("id,name,size", "1,string,1", "2,name 2,1");
    assertThat(api.response("GET /picture").body().toArray()).startsWith(0x89, 'P', 'N', 'G');
    assertThat(api.call("GET /numbers", "").body()).hasToString("[1]");
    assertThat(api.response("HEAD /plain").body().toArray()).isEmpty();
  }

  @Test
  void anItemMayBeWrapped() {
    Answer created = api.call("POST /boxes", "{\"name\":\"lamp\"}");
    assertThat(created.body()).hasToString("{\"box\":{\"id\":4,\"name\":\"lamp\",\"size\":1}}");
    assertThat(created.header("location")).isEqualTo("/boxes/4");
    assertThat(api.call("GET /boxes/4", "").body()).isEqualTo(created.body());
    assertThat(api.call("GET /boxes/9", "").body().path("box").path("id").asInt()).isEqualTo(9);
    JsonNode list = api.call("GET /boxes", "").body();
    assertThat(ids(list.path("data"))).isEqualTo("4,1,2,3");
    assertThat(list.path("total").asInt()).isEqualTo(4);
  }

  @Test
  void aFormCreatesAnItemAndWhatDoesNotFitIsRefused() {
    String form = "application/x-www-form-urlencoded";
    JsonNode thing = api.call("POST /boxes", List.of(), form, "name=a+b&size=7").body();
    assertThat(thing.path("box")).hasToString("{\"id\":4,\"name\":\"a b\",\"size\":7}");
    String large = "{\"name\":\"" + "x".repeat(1_000_000) + "\"}";
    Answer refused = api.call("POST /boxes", large);
    assertThat(refused.status()).isEqualTo(507);
    assertThat(refused.body().path("detail").asString()).contains("Restart the server");
    assertThat(api.call("GET /boxes", "").body().path("total").asInt()).isEqualTo(4);
  }
}
