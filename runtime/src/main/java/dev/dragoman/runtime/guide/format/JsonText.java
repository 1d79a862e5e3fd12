package dev.dragoman.runtime.guide.format;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.node.StringNode;

/**
 * JSON with two spaces of indentation, in which short values stay on one line, as people write
 * configuration files. Maps keep their order.
 */
public final class JsonText {
  /** Longer arrays and objects are broken into lines. */
  private static final int WIDTH = 72;

  private JsonText() {}

  /** Indented text of maps, collections, strings, numbers and booleans. */
  public static String pretty(Object value) {
    return text(value, "");
  }

  /** Text on one line, without blanks. */
  public static String compact(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> scalar(entry.getKey()) + ":" + compact(entry.getValue()))
          .collect(Collectors.joining(",", "{", "}"));
    } else if (value instanceof Collection<?> all) {
      return all.stream().map(JsonText::compact).collect(Collectors.joining(",", "[", "]"));
    }
    return scalar(value);
  }

  private static String text(Object value, String indent) {
    if (value instanceof Map<?, ?> map) {
      return object(map, indent);
    } else if (value instanceof Collection<?> all) {
      return array(all, indent);
    }
    return scalar(value);
  }

  private static String object(Map<?, ?> map, String indent) {
    boolean flat =
        map.values().stream().noneMatch(one -> one instanceof Map || one instanceof Collection);
    String line =
        map.entrySet().stream()
            .map(entry -> scalar(entry.getKey()) + ": " + text(entry.getValue(), ""))
            .collect(Collectors.joining(", ", "{ ", " }"));
    if (flat && map.size() < 2 && indent.length() + line.length() <= WIDTH) {
      return line;
    }
    String inner = indent + "  ";
    return map.entrySet().stream()
        .map(entry -> inner + scalar(entry.getKey()) + ": " + text(entry.getValue(), inner))
        .collect(Collectors.joining(",\n", "{\n", "\n" + indent + "}"));
  }

  private static String array(Collection<?> all, String indent) {
    if (all.stream().noneMatch(Map.class::isInstance)) {
      return all.stream().map(one -> text(one, "")).collect(Collectors.joining(", ", "[", "]"));
    }
    String inner = indent + "  ";
    return all.stream()
        .map(one -> inner + text(one, inner))
        .collect(Collectors.joining(",\n", "[\n", "\n" + indent + "]"));
  }

  private static String scalar(Object value) {
    return value instanceof String text
        ? StringNode.valueOf(text).toString()
        : String.valueOf(value);
  }
}
