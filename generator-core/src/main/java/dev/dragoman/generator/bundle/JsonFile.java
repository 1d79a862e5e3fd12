package dev.dragoman.generator.bundle;

import dev.dragoman.generator.model.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON file that people read: one member per line. Values are maps, lists, strings and booleans;
 * members without a value are left out. Text is written in ASCII.
 */
final class JsonFile {
  private static final String STEP = "  ";

  private JsonFile() {}

  /** The members of an object, in their order. */
  static final class Members {
    private final Map<String, Object> members = new LinkedHashMap<>();

    /** Adds a member. */
    Members put(String name, Object value) {
      members.put(name, value);
      return this;
    }

    /** Adds a member if it has a value. */
    Members put(String name, Optional<?> value) {
      value.ifPresent(present -> members.put(name, present));
      return this;
    }

    /** Adds an array unless it is empty. */
    Members list(String name, List<?> items) {
      if (!items.isEmpty()) {
        members.put(name, List.copyOf(items));
      }
      return this;
    }

    /** Adds an object unless it is empty. */
    Members object(String name, Members value) {
      if (!value.members.isEmpty()) {
        members.put(name, value);
      }
      return this;
    }

    boolean isEmpty() {
      return members.isEmpty();
    }
  }

  static Members object() {
    return new Members();
  }

  static byte[] bytes(Members root) {
    StringBuilder out = new StringBuilder();
    value(out, root, "");
    return out.append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void value(StringBuilder out, Object value, String indent) {
    if (value instanceof Members object) {
      object(out, object, indent);
    } else if (value instanceof List<?> list) {
      array(out, list, indent);
    } else if (value instanceof Boolean flag) {
      out.append(flag);
    } else {
      JsonText.append(out, String.valueOf(value));
    }
  }

  private static void object(StringBuilder out, Members object, String indent) {
    String inner = indent + STEP;
    String separator = "{\n";
    for (Map.Entry<String, Object> member : object.members.entrySet()) {
      out.append(separator).append(inner);
      JsonText.append(out, member.getKey());
      out.append(": ");
      value(out, member.getValue(), inner);
      separator = ",\n";
    }
    out.append(object.isEmpty() ? "{}" : "\n" + indent + "}");
  }

  private static void array(StringBuilder out, List<?> list, String indent) {
    boolean simple = list.stream().noneMatch(Members.class::isInstance);
    String inner = indent + STEP;
    out.append('[');
    Iterator<?> items = list.iterator();
    while (items.hasNext()) {
      out.append(simple ? "" : "\n" + inner);
      value(out, items.next(), inner);
      out.append(items.hasNext() ? (simple ? ", " : ",") : "");
    }
    out.append(simple ? "]" : "\n" + indent + "]");
  }
}
