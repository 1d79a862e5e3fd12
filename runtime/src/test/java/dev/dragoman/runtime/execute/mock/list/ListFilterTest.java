package dev.dragoman.runtime.execute.mock.list;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Json;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ListFilterTest {
  private static final JsonNode DETAILS =
      Json.of(
          """
          {"parameters": [
            {"name": "state", "in": "query", "schema": {"type": "string"}},
            {"name": "labels", "in": "query", "schema": {"type": "array", "items": {"type": "string"}}},
            {"name": "level", "in": "query", "schema": {"type": "integer"}},
            {"name": "done", "in": "query", "schema": {"type": "boolean"}},
            {"name": "dueDate", "in": "query"},
            {"name": "owner", "in": "query"},
            {"name": "note", "in": "query"},
            {"name": "kind", "in": "header"},
            {"name": "sort", "in": "query"},
            {"name": "page", "in": "query", "schema": {"type": "integer"}},
            {"name": "size", "in": "query", "schema": {"type": "integer"}}]}""");
  private static final List<ObjectNode> ITEMS =
      Json.of(
              """
              [{"id": 1, "state": "open", "level": 1, "done": false, "due_date": "a", "owner": {"id": 1}, "note": null, "kind": "x", "size": 1, "page": 3},
               {"id": 2, "state": "closed", "level": 2, "done": true, "due_date": "b", "owner": {"id": 2}, "note": "n", "kind": "y", "size": 2, "page": 4},
               {"id": 3, "state": "open", "level": 2, "done": true, "due_date": "b", "owner": {"id": 1}, "note": "n", "kind": "x", "size": 1, "page": 5}]""")
          .valueStream()
          .map(ObjectNode.class::cast)
          .toList();
  private static final JsonNode SCHEMAS =
      Json.of("{\"state\": {\"enum\": [\"open\", \"closed\"]}, \"level\": {\"enum\": [1, 2, 3]}}");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                        | 1,2,3
          state=open                | 1,3
          state=open&level=2        | 3
          state=closed&level=1      | ``
          level=2                   | 2,3
          level=3                   | ``
          level=9                   | 1,2,3
          done=true                 | 2,3
          dueDate=b                 | 2,3
          state=all                 | 1,2,3
          state=merged              | 1,2,3
          state=                    | 1,2,3
          dueDate=*                 | 1,2,3
          dueDate=any&level=1       | 1
          state=open&state=closed   | 1,2,3
          level=1&level=2&done=true | 2,3
          owner=1                   | 1,2,3
          kind=x                    | 1,2,3
          due_date=b                | 1,2,3
          unknown=1                 | 1,2,3
          page=1&size=2             | 1,2,3
          sort=state                | 1,2,3
          """)
  void itemsHaveTheValuesOfTheQuery(String query, String expected) {
    assertThat(ids(filter(query).apply(ITEMS, false))).isEqualTo(expected);
  }

  @Test
  void ofItemsThatAreMadeUpOneIsMadeToMatch() {
    List<ObjectNode> found = filter("level=3&dueDate=2026-01-01&done=true").apply(ITEMS, true);
    assertThat(found).hasSize(1);
    ObjectNode item = found.get(0);
    assertThat(item.path("level").isNumber()).isTrue();
    assertThat(item.path("level").asInt()).isEqualTo(3);
    assertThat(item.path("due_date").asString()).isEqualTo("2026-01-01");
    assertThat(item.path("done").asBoolean()).isTrue();
    assertThat(item.path("state").asString()).isEqualTo("open");
    assertThat(ITEMS.get(0).path("level").asInt()).as("the item itself stays").isEqualTo(1);
  }

  @Test
  void nothingIsMadeOfAnEmptyList() {
    assertThat(filter("level=3").apply(List.of(), true)).isEmpty();
  }

  private static ListFilter filter(String query) {
    return ListFilter.of(DETAILS, query, ITEMS.get(0), SCHEMAS::path);
  }

  private static String ids(List<ObjectNode> items) {
    return items.stream().map(item -> item.path("id").asString()).collect(Collectors.joining(","));
  }
}
