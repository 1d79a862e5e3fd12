package dev.dragoman.runtime.validate.schema;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a schema says about members of an object that it does not declare. */
enum UnknownNames {
  /** Nothing: the member passes, but may be a mistake. */
  PASSED,
  /** They are expected, without a schema: only a name similar to a declared one is suspicious. */
  INVITED,
  /**
   * Their names are not knowable from the schema: it is a map, or the base of types that are not
   * listed in it.
   */
  UNKNOWABLE;

  private static final List<String> DYNAMIC =
      List.of("patternProperties", "propertyNames", "$dynamicRef", "$recursiveRef");
  private static final List<String> OTHERS =
      List.of("additionalProperties", "unevaluatedProperties");

  static UnknownNames of(JsonNode schema) {
    boolean alternatives = schema.has("oneOf") || schema.has("anyOf");
    if (DYNAMIC.stream().anyMatch(schema::has)
        || (schema.has("discriminator") && !alternatives)
        || OTHERS.stream()
            .map(schema::path)
            .anyMatch(others -> others.isObject() && !others.isEmpty())) {
      return UNKNOWABLE;
    }
    boolean invited =
        OTHERS.stream()
            .map(schema::path)
            .anyMatch(others -> others.isObject() || others.booleanValue(false));
    return invited ? INVITED : PASSED;
  }
}
