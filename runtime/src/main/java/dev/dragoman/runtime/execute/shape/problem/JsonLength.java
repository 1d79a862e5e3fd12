package dev.dragoman.runtime.execute.shape.problem;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The length of JSON as text, in characters, without counting escapes. */
final class JsonLength {
  private JsonLength() {}

  static long of(JsonNode node) {
    if (node.isString()) {
      return node.stringValue().length() + 2L;
    }
    long length = 2;
    if (node.isObject()) {
      for (Map.Entry<String, JsonNode> member : node.properties()) {
        length += ofMember(member.getKey(), member.getValue());
      }
      return length;
    } else if (node.isArray()) {
      for (JsonNode item : node.values()) {
        length += of(item) + 1;
      }
      return length;
    }
    return node.toString().length();
  }

  /** The length of a member with its name, colon and comma. */
  static long ofMember(String name, JsonNode value) {
    return name.length() + 4L + of(value);
  }
}
