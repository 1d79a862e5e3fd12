package dev.dragoman.generator.jsonpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.model.JsonText;
import dev.dragoman.generator.problem.Location;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The compliance test suite of RFC 9535, whole; its license lies beside it. */
class JsonPathComplianceTest {
  @TestFactory
  Stream<DynamicTest> suite() throws IOException {
    JsonNode suite;
    try (InputStream stream = getClass().getResourceAsStream("/jsonpath/cts.json")) {
      suite = new JsonMapper().readTree(Objects.requireNonNull(stream));
    }
    List<JsonNode> tests = StreamSupport.stream(suite.get("tests").spliterator(), false).toList();
    assertThat(tests).hasSizeGreaterThan(700);
    return tests.stream()
        .map(test -> DynamicTest.dynamicTest(test.get("name").stringValue(), () -> check(test)));
  }

  private static void check(JsonNode test) {
    String selector = test.get("selector").stringValue();
    if (test.path("invalid_selector").booleanValue(false)) {
      assertThatThrownBy(() -> JsonPath.parse(selector)).isInstanceOf(JsonPathException.class);
      return;
    }
    String selected =
        JsonText.of(
            new Json.Arr(
                JsonPath.parse(selector).select(tree(test.get("document"))).stream()
                    .map(Node::value)
                    .toList(),
                Location.file("")));
    List<JsonNode> allowed = new ArrayList<>();
    if (test.has("result")) {
      allowed.add(test.get("result"));
    } else {
      test.get("results").forEach(allowed::add);
    }
    assertThat(allowed.stream().map(result -> JsonText.of(tree(result)))).contains(selected);
  }

  static Json tree(JsonNode node) {
    Location place = Location.file("");
    if (node.isObject()) {
      Map<String, Json> members = new LinkedHashMap<>();
      node.forEachEntry((name, value) -> members.put(name, tree(value)));
      return new Json.Obj(members, place);
    } else if (node.isArray()) {
      List<Json> items = new ArrayList<>();
      node.forEach(item -> items.add(tree(item)));
      return new Json.Arr(items, place);
    } else if (node.isString()) {
      return new Json.Str(node.stringValue(), place);
    } else if (node.isNumber()) {
      return new Json.Num(node.toString(), place);
    }
    return node.isBoolean() ? new Json.Bool(node.booleanValue(), place) : new Json.Null(place);
  }

  @Test
  void aNodeKnowsItsWay() {
    Json tree = tree(new JsonMapper().readTree("{\"a\": [{\"b/c\": 1}]}"));
    assertThat(JsonPath.parse("$..['b/c']").select(tree))
        .extracting(Node::path)
        .containsExactly(List.of("a", 0, "b/c"));
  }

  @Test
  void faultsSayWhere() {
    assertThatThrownBy(() -> JsonPath.parse("$.paths['/a'"))
        .hasMessage("expected \"]\" at character 13");
  }
}
