package dev.dragoman.runtime.validate;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The keyword for types (2020-12 validation, section 6.1.1). */
record TypeCheck(Set<JsonType> types, boolean secret) implements Check {
  @Override
  public void check(Place place, JsonNode value, Run run) {
    if (!JsonType.isAnyTypeOf(types, value)) {
      boolean optionalNull = value.isNull() && run.mode() == Run.Mode.REQUEST;
      String advice = optionalNull ? " (leave it out if it has no value)" : "";
      run.mismatch(place, JsonType.words(types) + advice, value, secret);
    }
  }
}
