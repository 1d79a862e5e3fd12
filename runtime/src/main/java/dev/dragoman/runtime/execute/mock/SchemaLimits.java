package dev.dragoman.runtime.execute.mock;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Limits that two parts of a schema set for the same value: both must be met. */
final class SchemaLimits {
  private static final Set<String> LEAST =
      Set.of("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties");
  private static final Set<String> MOST =
      Set.of("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties");

  private SchemaLimits() {}

  /** The stricter one of two limits; the later one of values that are none. */
  static JsonNode stricter(String keyword, JsonNode earlier, JsonNode later) {
    if (!earlier.isNumber() || !later.isNumber()) {
      return later;
    }
    int order = earlier.decimalValue().compareTo(later.decimalValue());
    boolean keeps = LEAST.contains(keyword) ? order > 0 : MOST.contains(keyword) && order < 0;
    return keeps ? earlier : later;
  }

  /** The types that both allow; the later ones if there are none. */
  static JsonNode type(JsonNode earlier, JsonNode later) {
    List<String> before = names(earlier);
    List<String> both = new ArrayList<>();
    for (String name : names(later)) {
      if (before.contains(name) || (name.equals("integer") && before.contains("number"))) {
        both.add(name);
      } else if (name.equals("number") && before.contains("integer")) {
        both.add("integer");
      }
    }
    if (both.isEmpty() || both.equals(names(later))) {
      return later;
    } else if (both.size() == 1) {
      return JsonNodeFactory.instance.stringNode(both.get(0));
    }
    ArrayNode names = JsonNodeFactory.instance.arrayNode();
    both.forEach(names::add);
    return names;
  }

  private static List<String> names(JsonNode type) {
    Stream<JsonNode> names = type.isArray() ? type.valueStream() : Stream.of(type);
    return names.filter(JsonNode::isString).map(JsonNode::stringValue).toList();
  }
}
