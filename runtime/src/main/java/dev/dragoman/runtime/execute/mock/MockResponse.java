package dev.dragoman.runtime.execute.mock;

import java.util.Comparator;
import java.util.List;
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
 * @param headers names of the headers that the document declares
 */
record MockResponse(int status, Optional<String> mediaType, JsonNode media, List<String> headers) {

  /** The first successful response, or the default one, or an empty success. */
  static MockResponse choose(JsonNode responses) {
    return choose(responses, Accept.ANY);
  }

  /** The same, with the body in the first media type that the request accepts. */
  static MockResponse choose(JsonNode responses, Accept accept) {
    return responses.properties().stream()
        .filter(response -> response.getKey().startsWith("2"))
        .min(Comparator.comparing(Map.Entry::getKey))
        .map(response -> of(status(response.getKey()), response.getValue(), accept))
        .orElseGet(() -> of(200, responses.path("default"), accept));
  }

  /** The first status of a range such as {@code 2XX}. */
  private static int status(String key) {
    String digits = key.toUpperCase(Locale.ROOT).replace("X", "0");
    return digits.matches("2[0-9][0-9]") ? Integer.parseInt(digits) : 200;
  }

  private static MockResponse of(int status, JsonNode response, Accept accept) {
    List<String> headers =
        response.path("headers").valueStream().map(name -> name.asString("")).toList();
    JsonNode content = response.path("content");
    boolean empty = status == 204 || status == 205 || content.isEmpty();
    Optional<String> type =
        empty ? Optional.empty() : accept.best(List.copyOf(content.propertyNames()));
    return new MockResponse(
        status,
        type.map(MockResponse::concrete),
        type.map(content::path).orElseGet(MissingNode::getInstance),
        headers);
  }

  /** A response has a media type, not a range. */
  private static String concrete(String range) {
    return switch (range.strip()) {
      case "*/*", "application/*" -> "application/json";
      case "text/*" -> "text/plain";
      case "image/*" -> "image/png";
      default -> range;
    };
  }
}
