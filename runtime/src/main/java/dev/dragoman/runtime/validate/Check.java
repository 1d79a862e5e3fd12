package dev.dragoman.runtime.validate;

import tools.jackson.databind.JsonNode;

/** One keyword of a schema. A keyword that is not about values of a type lets them pass. */
@FunctionalInterface
interface Check {
  void check(Place place, JsonNode value, Run run);
}
