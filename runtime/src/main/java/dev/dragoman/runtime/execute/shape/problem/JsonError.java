package dev.dragoman.runtime.execute.shape.problem;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Shortens one JSON error body, in two steps: what is of no use to an agent is left out; if that
 * does not suffice, members are taken in the order of their importance until the limit.
 */
final class JsonError {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final int MAX_CHARACTERS = 6_000;

  /** Shorter values are kept whatever their name: they cost little and may say something. */
  private static final int LONG = 300;

  /** A part with less room than this is left out instead of shortened. */
  private static final int LEAST = 80;

  private final LeftOut rest = new LeftOut();

  private JsonError() {}

  static ErrorBody.Shortened shortened(JsonNode body) {
    JsonError error = new JsonError();
    JsonNode cleaned = error.cleaned("", body);
    JsonNode fitted =
        JsonLength.of(cleaned) <= MAX_CHARACTERS
            ? cleaned
            : error.fitted("", cleaned, MAX_CHARACTERS);
    return new ErrorBody.Shortened(fitted, error.rest.notice());
  }

  private static String inside(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private static List<Map.Entry<String, JsonNode>> ranked(JsonNode object) {
    return object.properties().stream()
        .sorted(Comparator.comparingInt(member -> ErrorNames.rank(member.getKey())))
        .toList();
  }

  private JsonNode cleaned(String path, JsonNode node) {
    if (node.isString()) {
      return string(path, node);
    } else if (node.isObject()) {
      return cleanedObject(path, node);
    } else if (node instanceof ArrayNode items) {
      ArrayNode kept = NODES.arrayNode();
      items.values().forEach(item -> kept.add(cleaned(path, item)));
      return kept;
    }
    return node;
  }

  private ObjectNode cleanedObject(String path, JsonNode object) {
    ObjectNode kept = NODES.objectNode();
    for (Map.Entry<String, JsonNode> member : ranked(object)) {
      String name = member.getKey();
      JsonNode value = member.getValue();
      String place = inside(path, name);
      if (isUseless(name, value)) {
        rest.add(place, JsonLength.ofMember(name, value));
      } else {
        kept.set(name, cleaned(place, value));
      }
    }
    return kept;
  }

  private static boolean isUseless(String name, JsonNode value) {
    boolean useless =
        ErrorNames.isNoise(name) || (value instanceof ArrayNode items && isTrace(items));
    return useless && JsonLength.of(value) > LONG;
  }

  private static boolean isTrace(ArrayNode lines) {
    long frames =
        lines
            .valueStream()
            .filter(line -> line.isString() && StackTrace.isFrame(line.stringValue()))
            .count();
    return frames > 1 && frames * 2 > lines.size();
  }

  private JsonNode string(String path, JsonNode string) {
    String text = string.stringValue();
    if (text.length() <= LONG) {
      return string;
    }
    String kept = TextError.shortened(text);
    rest.add(path, text.length() - kept.length());
    return NODES.stringNode(kept);
  }

  /** As much as there is room for, in characters. */
  private JsonNode fitted(String path, JsonNode node, long room) {
    if (node.isObject()) {
      return fittedObject(path, node, room);
    } else if (node instanceof ArrayNode items) {
      return fittedItems(path, items, room);
    } else if (node.isString()) {
      String kept = TextError.cut(node.stringValue(), (int) Math.max(0, room - 2));
      rest.add(path, node.stringValue().length() - kept.length());
      return NODES.stringNode(kept);
    }
    return node;
  }

  private ObjectNode fittedObject(String path, JsonNode object, long room) {
    ObjectNode kept = NODES.objectNode();
    long left = room - 2;
    for (Map.Entry<String, JsonNode> member : ranked(object)) {
      String name = member.getKey();
      JsonNode value = member.getValue();
      String place = inside(path, name);
      long length = JsonLength.ofMember(name, value);
      long inner = left - name.length() - 4;
      if (length > left && (inner < LEAST || value.isNumber())) {
        rest.add(place, length);
        continue;
      }
      JsonNode shown = length <= left ? value : fitted(place, value, inner);
      kept.set(name, shown);
      left -= JsonLength.ofMember(name, shown);
    }
    return kept;
  }

  /**
   * The first items; the first one is shortened if it has no room, so that one at least is seen.
   */
  private ArrayNode fittedItems(String path, ArrayNode items, long room) {
    ArrayNode kept = NODES.arrayNode();
    long left = room - 2;
    long dropped = 0;
    for (JsonNode item : items.values()) {
      long length = JsonLength.of(item) + 1;
      if (kept.isEmpty() && length > left) {
        kept.add(fitted(path, item, left - 1));
        left = 0;
      } else if (dropped == 0 && length <= left) {
        kept.add(item);
        left -= length;
      } else {
        dropped += length;
      }
    }
    int gone = items.size() - kept.size();
    rest.add(
        gone + " of " + items.size() + " items of " + (path.isEmpty() ? "the list" : path),
        dropped);
    return kept;
  }
}
