package dev.dragoman.runtime.tool.search;

import dev.dragoman.runtime.tool.ForeignText;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Shortens a schema: keeps what a caller needs to write a value, and drops what only tools and
 * renderers use. All strings are made visible like any other text of the document.
 */
final class SchemaText {
  private static final int DESCRIPTION_BYTES = 160;
  private static final int STRING_BYTES = 200;
  private static final int ENUM_SHOWN = 40;
  private static final int MAX_DEPTH = 40;
  private static final JsonNode TOO_DEEP =
      JsonNodeFactory.instance.stringNode("(nested too deeply to show)");

  /** Keywords that do not restrict the valid values (OpenAPI 3.1, section 4.8.24). */
  private static final Set<String> LEFT_OUT =
      new TreeSet<>(Set.of("example", "examples", "xml", "externalDocs", "title", "$comment"));

  /** Keywords whose members are names chosen by the API, not keywords. */
  private static final Set<String> MAPS =
      Set.of(
          "properties",
          "patternProperties",
          "dependentSchemas",
          "dependentRequired",
          "dependencies",
          "mapping",
          "$defs",
          "definitions");

  /** Keywords whose value is one of the API, not a schema. */
  private static final Set<String> VALUES = Set.of("default", "const");

  /** References found so far, in the order in which a reader finds them. */
  private final Set<String> references = new LinkedHashSet<>();

  /** The references in the schemas written so far. */
  Set<String> references() {
    return references;
  }

  /** The schema as compact JSON. */
  String of(JsonNode schema) {
    return schema(schema, 0).toString();
  }

  private JsonNode schema(JsonNode node, int depth) {
    if (depth > MAX_DEPTH) {
      return TOO_DEEP;
    }
    if (node instanceof ObjectNode object) {
      return keywords(object, depth);
    }
    return node instanceof ArrayNode array ? items(array, depth) : text(node, STRING_BYTES);
  }

  private ObjectNode keywords(ObjectNode schema, int depth) {
    ObjectNode shown = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> member : schema.properties()) {
      String keyword = member.getKey();
      JsonNode value = member.getValue();
      if (keyword.startsWith("x-") || LEFT_OUT.contains(keyword)) {
        continue;
      }
      if (keyword.equals("$ref") && value.isString()) {
        references.add(value.stringValue());
      }
      shown.set(ForeignText.line(keyword), value(keyword, value, depth));
    }
    return shown;
  }

  private JsonNode value(String keyword, JsonNode value, int depth) {
    if (MAPS.contains(keyword) && value instanceof ObjectNode named) {
      ObjectNode shown = JsonNodeFactory.instance.objectNode();
      named
          .properties()
          .forEach(
              member -> shown.set(name(member.getKey()), schema(member.getValue(), depth + 1)));
      return shown;
    }
    if (keyword.equals("enum") && value instanceof ArrayNode values) {
      return choices(values, depth);
    }
    if (VALUES.contains(keyword)) {
      return literal(value, depth + 1);
    }
    return keyword.equals("description")
        ? text(value, DESCRIPTION_BYTES)
        : schema(value, depth + 1);
  }

  private static String name(String name) {
    return ForeignText.clip(ForeignText.line(name), STRING_BYTES);
  }

  /** The values of an enum, as many as are useful to a reader. */
  private JsonNode choices(ArrayNode values, int depth) {
    ArrayNode shown = JsonNodeFactory.instance.arrayNode();
    values.values().stream()
        .limit(ENUM_SHOWN)
        .forEach(value -> shown.add(literal(value, depth + 1)));
    if (values.size() > ENUM_SHOWN) {
      shown.add("(and " + (values.size() - ENUM_SHOWN) + " more)");
    }
    return shown;
  }

  /** A value with all of its members: they are no keywords, whatever their names. */
  private static JsonNode literal(JsonNode value, int depth) {
    if (depth > MAX_DEPTH) {
      return TOO_DEEP;
    }
    if (value instanceof ObjectNode object) {
      ObjectNode shown = JsonNodeFactory.instance.objectNode();
      object.forEachEntry((name, member) -> shown.set(name(name), literal(member, depth + 1)));
      return shown;
    } else if (value instanceof ArrayNode array) {
      ArrayNode shown = JsonNodeFactory.instance.arrayNode();
      array.values().forEach(item -> shown.add(literal(item, depth + 1)));
      return shown;
    }
    return text(value, STRING_BYTES);
  }

  private ArrayNode items(ArrayNode array, int depth) {
    ArrayNode shown = JsonNodeFactory.instance.arrayNode();
    array.values().forEach(item -> shown.add(schema(item, depth + 1)));
    return shown;
  }

  private static JsonNode text(JsonNode value, int maxBytes) {
    return value instanceof StringNode string
        ? JsonNodeFactory.instance.stringNode(
            ForeignText.clip(ForeignText.line(string.stringValue()), maxBytes))
        : value;
  }
}
