package dev.dragoman.runtime.tool;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Builds the input schema of a tool: an object schema with nothing but properties at the top level.
 * Some clients drop tools whose schema starts with a combination such as {@code oneOf}.
 */
public final class InputSchema {
  private final ObjectNode schema = JsonNodeFactory.instance.objectNode();
  private final ObjectNode properties;

  public InputSchema() {
    schema.put("type", "object");
    properties = schema.putObject("properties");
  }

  /** A property of one JSON type. */
  public InputSchema add(String name, String type, String description) {
    property(name, type, description);
    return this;
  }

  /** A property of any type. */
  public InputSchema any(String name, String description) {
    properties.putObject(name).put("description", description);
    return this;
  }

  public InputSchema words(String name, List<String> words, String description) {
    ArrayNode values = property(name, "string", description).putArray("enum");
    words.forEach(values::add);
    return this;
  }

  public InputSchema strings(String name, int maxItems, String description) {
    ObjectNode property = property(name, "array", description);
    property.putObject("items").put("type", "string");
    property.put("maxItems", maxItems);
    return this;
  }

  public InputSchema integer(String name, int min, int max, int otherwise) {
    properties
        .putObject(name)
        .put("type", "integer")
        .put("minimum", min)
        .put("maximum", max)
        .put("default", otherwise);
    return this;
  }

  /** An integer without a default. */
  public InputSchema number(String name, int min, int max, String description) {
    property(name, "integer", description).put("minimum", min).put("maximum", max);
    return this;
  }

  /** An integer without a default and without a practical maximum. */
  public InputSchema atLeast(String name, int min, String description) {
    property(name, "integer", description).put("minimum", min);
    return this;
  }

  private ObjectNode property(String name, String type, String description) {
    ObjectNode property = properties.putObject(name).put("type", type);
    if (!description.isEmpty()) {
      property.put("description", description);
    }
    return property;
  }

  /** The schema, which requires these properties and allows no undeclared ones. */
  public ObjectNode requiring(String... names) {
    if (names.length > 0) {
      ArrayNode required = schema.putArray("required");
      List.of(names).forEach(required::add);
    }
    schema.put("additionalProperties", false);
    return schema;
  }
}
