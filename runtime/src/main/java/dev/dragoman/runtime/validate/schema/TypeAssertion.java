package dev.dragoman.runtime.validate.schema;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The type keyword (2020-12 validation, section 6.1.1). */
record TypeAssertion(Set<JsonType> types, boolean secret) implements Assertion {
  @Override
  public void check(InstanceLocation location, JsonNode value, Validation validation) {
    if (!JsonType.isAnyTypeOf(types, value)) {
      boolean optionalNull = value.isNull() && validation.mode() == Validation.Mode.REQUEST;
      String advice = optionalNull ? " (omit it if it has no value)" : "";
      validation.mismatch(location, JsonType.words(types) + advice, value, secret);
    }
  }
}
