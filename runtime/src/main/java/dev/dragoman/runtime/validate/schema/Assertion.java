package dev.dragoman.runtime.validate.schema;

import tools.jackson.databind.JsonNode;

/** One keyword of a schema. A keyword ignores values of types to which it does not apply. */
@FunctionalInterface
interface Assertion {
  /** Records the problems of a value in the validation. */
  void check(InstanceLocation location, JsonNode value, Validation validation);
}
