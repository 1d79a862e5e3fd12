package dev.dragoman.runtime.transport.http.tools;

import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Rewrites the references of a schema that becomes part of a document. */
final class SchemaReferences {
  /** Members whose values are data, not schemas. */
  private static final Set<String> DATA = Set.of("const", "enum", "default", "example", "examples");

  private SchemaReferences() {}

  /**
   * Rewrites local references, in place.
   *
   * @param root the reference of the schema itself in the document
   */
  static JsonNode moved(JsonNode schema, String root) {
    move(schema, root, false);
    return schema;
  }

  /**
   * Rewrites below a node.
   *
   * @param named whether the node's members are names of the schema's author, not keywords
   */
  private static void move(JsonNode node, String root, boolean named) {
    if (node instanceof ArrayNode items) {
      items.values().forEach(item -> move(item, root, false));
    } else if (node instanceof ObjectNode object) {
      JsonNode reference = object.get("$ref");
      if (!named && reference != null && reference.isString()) {
        String target = reference.stringValue();
        if (target.equals("#") || target.startsWith("#/")) {
          object.put("$ref", root + target.substring(1));
        }
      }
      for (Map.Entry<String, JsonNode> member : object.properties()) {
        if (named || !DATA.contains(member.getKey())) {
          move(member.getValue(), root, !named && isNaming(member.getKey()));
        }
      }
    }
  }

  private static boolean isNaming(String keyword) {
    return switch (keyword) {
      case "properties", "patternProperties", "$defs", "definitions", "dependentSchemas" -> true;
      default -> false;
    };
  }
}
