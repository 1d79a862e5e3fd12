package dev.dragoman.benchmarks.tools;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What some client would refuse in a list of tools. */
final class ListCheck {
  private static final Set<String> MAPS = Set.of("properties", "patternProperties");
  private static final Set<String> VALUES = Set.of("enum", "const", "default", "required");
  private static final List<String> COMBINATORS = List.of("oneOf", "anyOf", "allOf");

  private final List<String> problems = new ArrayList<>();

  private ListCheck() {}

  /** All problems, each with the name of the tool. */
  static List<String> problems(List<? extends JsonNode> tools) {
    ListCheck check = new ListCheck();
    Set<String> names = new HashSet<>();
    for (JsonNode tool : tools) {
      String name = tool.path("name").stringValue();
      check.require(name.matches("[A-Za-z0-9_-]{1,64}"), name, "the name is not valid");
      check.require(names.add(name), name, "the name occurs twice");
      JsonNode input = tool.path("inputSchema");
      check.schema(name, input);
      for (String argument : input.path("properties").propertyNames()) {
        boolean fits = argument.matches("[A-Za-z0-9_.-]{1,64}");
        check.require(fits, name, "the argument " + argument + " has a name that models refuse");
      }
      if (tool.has("outputSchema")) {
        check.schema(name, tool.path("outputSchema"));
      }
    }
    return check.problems;
  }

  private void require(boolean holds, String name, String otherwise) {
    if (!holds) {
      problems.add(name + ": " + otherwise);
    }
  }

  private void schema(String name, JsonNode schema) {
    require(schema.path("type").asString("").equals("object"), name, "not an object schema");
    COMBINATORS.forEach(word -> require(!schema.has(word), name, word + " at the top level"));
    nested(name, schema);
  }

  private void nested(String name, JsonNode schema) {
    require(!schema.has("$ref"), name, "$ref");
    require(!schema.path("type").isArray(), name, "a list of types");
    schema.forEachEntry(
        (word, value) -> {
          if (MAPS.contains(word)) {
            value.forEach(one -> nested(name, one));
          } else if (value.isArray() && !VALUES.contains(word)) {
            value.forEach(one -> nested(name, one));
          } else if (value.isObject() && !VALUES.contains(word)) {
            nested(name, value);
          }
        });
  }
}
