package dev.dragoman.runtime.validate.schema;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The member that says which of several schemas a value follows (OpenAPI 3.2, Discriminator
 * Object). Where it says nothing, the value may follow any.
 *
 * @param property the member's name; empty without a discriminator
 * @param node the schema that has the discriminator
 * @param branches numbers of the branches by the values that name them
 */
record Discriminator(String property, JsonNode node, Map<String, Integer> branches) {

  static Discriminator of(JsonNode schema) {
    String property = schema.path("discriminator").path("propertyName").asString("");
    return new Discriminator(property, schema, Map.of());
  }

  /** The discriminator among the branches of a keyword. */
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

  /** The number of the branch that a value names; empty when it names none. */
  Optional<Integer> choose(JsonNode value) {
    return Optional.ofNullable(branches.get(value.path(property).asString("")));
  }

  /** The name at the end of a reference, without a file's ending. */
  static String last(String reference) {
    String name = reference.substring(reference.lastIndexOf('/') + 1);
    return name.replaceFirst("\\.(json|ya?ml)$", "");
  }
}
