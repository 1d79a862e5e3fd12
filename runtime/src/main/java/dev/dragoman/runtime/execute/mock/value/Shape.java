package dev.dragoman.runtime.execute.mock.value;

import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What a schema says about the members of an object, besides those that a sample of it has.
 *
 * @param schema flattened
 * @param isOpen whether the object may have members of any name
 * @param flat flattens a schema
 */
public record Shape(JsonNode schema, boolean isOpen, UnaryOperator<JsonNode> flat) {
  /** Only what the sample has is known. */
  static final Shape UNKNOWN =
      new Shape(JsonNodeFactory.instance.objectNode(), false, UnaryOperator.identity());

  /** The shape of a whole item: without properties in its schema, it may have any. */
  public static Shape of(JsonNode schema, UnaryOperator<JsonNode> flat) {
    return new Shape(schema, !schema.has("properties"), flat);
  }

  /** Whether an object may have a member. */
  boolean allows(String name) {
    JsonNode property = schema.path("properties").path(name);
    return property.isMissingNode() ? isOpen : !property.path("writeOnly").asBoolean(false);
  }

  /** Whether the names of the members are data, so that those of a sample are only examples. */
  boolean isMap() {
    return !schema.has("properties") && schema.path("additionalProperties").isObject();
  }

  Shape member(String name) {
    JsonNode property = schema.path("properties").path(name);
    return inner(property.isMissingNode() ? schema.path("additionalProperties") : property);
  }

  Shape item() {
    return inner(schema.path("items"));
  }

  private Shape inner(JsonNode inner) {
    JsonNode flattened = flat.apply(inner);
    JsonNode others = flattened.path("additionalProperties");
    boolean free =
        others.isMissingNode()
            ? flattened.path("type").asString("").equals("object") && !flattened.has("properties")
            : others.isObject() || others.asBoolean(false);
    return new Shape(flattened, free, flat);
  }
}
