package dev.dragoman.runtime.request;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;

/**
 * Finds strings that are not valid Unicode: an unpaired surrogate cannot be encoded in UTF-8 and
 * would be replaced with a question mark (RFC 8259, section 8.2). Such strings are refused
 * everywhere, including in member names.
 */
final class UnicodeCheck {
  private UnicodeCheck() {}

  /** Reports the first string in a value that is not valid Unicode, with its location. */
  static void check(String place, JsonNode value, BiConsumer<String, String> problems) {
    broken(place, value).ifPresent(found -> problems.accept(found, RequestRules.NOT_UNICODE));
  }

  /** The location of the first string that is not valid Unicode. */
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
              ? Optional.of(place + " (a member name)")
              : broken(place + "/" + member.getKey(), member.getValue());
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
