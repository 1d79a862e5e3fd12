package dev.dragoman.runtime.tool.call;

import dev.dragoman.runtime.json.JsonReader;
import tools.jackson.databind.JsonNode;

/**
 * Counts the values that JSON texts among the arguments could contain. The number of values in a
 * message is limited when it is parsed; its strings, parsed as JSON one by one, must not contain
 * more in total.
 */
public final class TextValues {
  private TextValues() {}

  /** Whether the texts could contain more values than a message may. */
  public static boolean tooMany(JsonNode arguments) {
    return count(arguments, 0) > JsonReader.MAX_VALUES;
  }

  private static int count(JsonNode value, int before) {
    int count = before;
    if (value.isString()) {
      return count + separators(value.stringValue());
    }
    for (JsonNode item : value.values()) {
      count = count(item, count);
      if (count > JsonReader.MAX_VALUES) {
        return count;
      }
    }
    return count;
  }

  /** Every value, key and bracket is followed by one of these characters. */
  private static int separators(String text) {
    String json = text.strip();
    if (!json.startsWith("{") && !json.startsWith("[")) {
      return 0;
    }
    int count = 0;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c == ',' || c == ':' || c == '{' || c == '[') {
        count++;
      }
    }
    return count;
  }
}
