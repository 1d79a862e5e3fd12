package dev.dragoman.runtime.execute.mock;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * The response of an operation in mock mode.
 *
 * @param mediaType empty if the response has no body
 * @param media schema and examples of the body
 */
record MockResponse(int status, Optional<String> mediaType, JsonNode media) {

  /** The first successful response, or the default one, or an empty success. */
  static MockResponse choose(JsonNode responses) {
    return responses.properties().stream()
        .filter(response -> response.getKey().startsWith("2"))
        .min(Comparator.comparing(Map.Entry::getKey))
        .map(response -> of(status(response.getKey()), response.getValue()))
        .orElseGet(() -> of(200, responses.path("default")));
  }

  /** The first status of a range such as {@code 2XX}. */
  private static int status(String key) {
    String digits = key.toUpperCase(Locale.ROOT).replace("X", "0");
    return digits.matches("2[0-9][0-9]") ? Integer.parseInt(digits) : 200;
  }

  private static MockResponse of(int status, JsonNode response) {
    return response.path("content").properties().stream()
        .findFirst()
        .map(content -> new MockResponse(status, Optional.of(content.getKey()), content.getValue()))
        .orElseGet(() -> new MockResponse(status, Optional.empty(), MissingNode.getInstance()));
  }
}
