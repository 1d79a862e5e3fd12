package dev.dragoman.runtime.validate.schema;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The member that selects one of several schemas for a value (OpenAPI 3.2, Discriminator Object).
 * Without a known value, any schema may match.
 *
 * @param property the member's name; empty without a discriminator
 * @param node the schema that contains the discriminator
 * @param branches indexes of the branches by discriminator value
 */
record Discriminator(String property, JsonNode node, Map<String, Integer> branches) {

  /** The discriminator of a schema, not yet related to branches. */
  static Discriminator of(JsonNode schema) {
    String property = schema.path("discriminator").path("propertyName").asString("");
    return new Discriminator(property, schema, Map.of());
  }

  /** The discriminator for the branches of a keyword. */
  Discriminator choices(String keyword) {
    if (property.isEmpty()) {
      return this;
    }
    Map<String, Integer> byValue = new HashMap<>();
    Map<String, Integer> byReference = new HashMap<>();
    JsonNode choices = node.path(keyword);
    for (int index = 0; index < choices.size(); index++) {
      String reference = choices.path(index).path("$ref").asString("");
      if (!reference.isEmpty()) {
        byReference.put(reference, index);
        byReference.put(last(reference), index);
        byValue.put(last(reference), index);
      }
    }
    JsonNode mapping = node.path("discriminator").path("mapping");
    mapping.forEachEntry(
        (value, target) -> {
          String reference = target.asString("");
          Integer exact = byReference.get(reference);
          Integer branch = exact == null ? byReference.get(last(reference)) : exact;
          if (branch != null) {
            byValue.put(value, branch);
          }
        });
    return new Discriminator(property, node, Map.copyOf(byValue));
  }

  /** The index of the branch selected by a value; empty if it selects none. */
  Optional<Integer> choose(JsonNode value) {
    return Optional.ofNullable(branches.get(value.path(property).asString("")));
  }

  /** The name at the end of a reference, without a file extension. */
  static String last(String reference) {
    String name = reference.substring(reference.lastIndexOf('/') + 1);
    return name.replaceFirst("\\.(json|ya?ml)$", "");
  }
}
