package dev.dragoman.runtime.tool.named;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Values that a tool always sends.
 *
 * @param parameters by the operation's argument
 * @param properties by the body's property
 * @param body the body
 */
record FixedArguments(
    Map<String, JsonNode> parameters, Map<String, JsonNode> properties, Optional<JsonNode> body) {
  FixedArguments {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
  }
}
