package dev.dragoman.runtime.tool.confirm;

import dev.dragoman.runtime.json.JsonReader;
import dev.dragoman.runtime.text.DisplayValue;
import dev.dragoman.runtime.tool.BoundedLines;
import dev.dragoman.runtime.tool.ForeignText;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The values of a call, one per line with its full name, for the person who has to confirm it. A
 * value whose name suggests a secret is only described, at any depth, because the question may
 * remain on a screen. A string that contains JSON is shown as that JSON, so that both spellings of
 * a body look the same.
 */
final class QuestionValues {
  private static final int VALUE_BYTES = 200;

  /** After this many values that do not fit, the remaining ones are only counted. */
  private static final int MOST_TRIED = 100;

  private final JsonReader reader = JsonReader.forClients();
  private final BoundedLines lines;
  private int left;

  QuestionValues(BoundedLines lines) {
    this.lines = lines;
  }

  /** Adds the members of an object, each named by the prefix and its own name. */
  void members(String prefix, JsonNode object) {
    boolean namesSecret = namesSecret(object);
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      String name = ForeignText.clip(prefix + member.getKey(), VALUE_BYTES);
      if (DisplayValue.isSecret(member.getKey())
          || (namesSecret && member.getKey().equals("value"))) {
        line(name, DisplayValue.described(member.getValue()));
      } else {
        add(name, member.getValue());
      }
    }
  }

  /** Adds a value whose name is not that of a secret. */
  void add(String name, JsonNode value) {
    if (lines.isFull() || left >= MOST_TRIED) {
      left += count(value);
    } else if (value.isObject() && !value.isEmpty()) {
      members(name + ".", value);
    } else if (value.isArray() && !value.isEmpty()) {
      items(name, value);
    } else {
      Optional<JsonNode> inside = container(value);
      if (inside.isPresent()) {
        add(name + " (JSON text)", inside.get());
      } else {
        line(name, ForeignText.line(value.toString()));
      }
    }
  }

  /** Short lists of scalar values are shown on one line. */
  private void items(String name, JsonNode array) {
    boolean plain =
        array.values().stream().allMatch(item -> item.isValueNode() && container(item).isEmpty());
    if (plain && array.size() <= VALUE_BYTES) {
      String text = ForeignText.line(array.toString());
      if (ForeignText.bytes(text) <= VALUE_BYTES) {
        line(name, text);
        return;
      }
    }
    for (int i = 0; i < array.size(); i++) {
      add(name + "[" + i + "]", array.get(i));
    }
  }

  private void line(String name, String value) {
    String line =
        ForeignText.clip(ForeignText.line(name), VALUE_BYTES)
            + ": "
            + ForeignText.clip(value, VALUE_BYTES);
    if (!lines.line(name, line)) {
      left++;
    }
  }

  /** The number of values that did not fit. */
  int left() {
    return left;
  }

  private static int count(JsonNode value) {
    int count = value.isContainer() && !value.isEmpty() ? 0 : 1;
    for (JsonNode item : value.values()) {
      count += count(item);
    }
    return count;
  }

  /** Whether an object with a name and a value, as in a list of pairs, contains a secret. */
  private static boolean namesSecret(JsonNode object) {
    return object instanceof ObjectNode pair
        && (DisplayValue.isSecret(pair.path("name").asString(""))
            || DisplayValue.isSecret(pair.path("key").asString("")));
  }

  private Optional<JsonNode> container(JsonNode value) {
    if (!value.isString()) {
      return Optional.empty();
    }
    String text = value.stringValue().strip();
    return text.startsWith("{") || text.startsWith("[")
        ? reader.find(text).filter(inside -> inside.isContainer() && !inside.isEmpty())
        : Optional.empty();
  }
}
