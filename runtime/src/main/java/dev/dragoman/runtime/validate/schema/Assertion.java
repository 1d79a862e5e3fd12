package dev.dragoman.runtime.validate.schema;

import tools.jackson.databind.JsonNode;

/** One keyword of a schema. A keyword that is not about values of a type lets them pass. */
@FunctionalInterface
interface Assertion {
  void check(InstanceLocation place, JsonNode value, Validation run);
}
