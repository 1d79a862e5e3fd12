package dev.dragoman.runtime.request;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;

/**
 * Finds strings that are not Unicode text: half a surrogate pair has no form in UTF-8 and would
 * become a question mark on the way (RFC 8259, section 8.2). They are refused wherever a value
 * goes, names of members included.
 */
final class UnicodeCheck {
  private UnicodeCheck() {}

  /** Tells of the first string in a value that is not text, by its place. */
  static void check(String place, JsonNode value, BiConsumer<String, String> problems) {
    broken(place, value).ifPresent(found -> problems.accept(found, RequestRules.NOT_UNICODE));
  }

  /** The place of the first string that is not text. */
  private static Optional<String> broken(String place, JsonNode value) {
    if (value.isString()) {
      return RequestRules.text(value.stringValue()).map(problem -> place);
    }
    int index = 0;
    for (JsonNode item : value.isArray() ? value.values() : List.<JsonNode>of()) {
      Optional<String> found = broken(place + "[" + index++ + "]", item);
      if (found.isPresent()) {
        return found;
      }
    }
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      Optional<String> found =
          RequestRules.text(member.getKey()).isPresent()
              ? Optional.of(place + " (the name of a member)")
              : broken(place + "/" + member.getKey(), member.getValue());
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
