package dev.dragoman.generator.jsonpath;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.model.JsonText;
import dev.dragoman.generator.testing.Table;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

/** Queries, one a line, with what they select of a small document or where they are wrong. */
class JsonPathTableTest {
  private static final String DOCUMENT =
      """
      {"openapi": "3.1.0",
       "paths": {"/pets": {"get": {"tags": ["a", "b"], "x-rank": 2, "deprecated": true},
                           "post": {"tags": ["b"], "x-rank": 1}},
                 "/it's": {"get": {"tags": [], "x-rank": 1.0}}},
       "list": [0, 1, 2, 3, "vier", null, {"n": [5]}]}
      """;

  @TestFactory
  Stream<DynamicTest> queries() {
    Json document = JsonPathComplianceTest.tree(new JsonMapper().readTree(DOCUMENT));
    return Table.tests(
        "jsonpath/queries",
        input ->
            input
                .lines()
                .map(query -> query + "    " + outcome(query, document))
                .collect(Collectors.joining("\n")));
  }

  private static String outcome(String query, Json document) {
    try {
      String nodes =
          JsonPath.parse(query).select(document).stream()
              .map(node -> node.path() + " " + JsonText.of(node.value()))
              .collect(Collectors.joining("; "));
      return nodes.isEmpty() ? "nothing" : nodes;
    } catch (JsonPathException e) {
      return "fault: " + e.getMessage();
    }
  }
}
