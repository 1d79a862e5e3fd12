package dev.dragoman.runtime.execute.cut;

import dev.dragoman.runtime.text.VisibleText;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * The size of JSON as it is shown: UTF-8 bytes of its text, with invisible characters escaped.
 * Measuring ends as soon as a limit is exceeded, so that a large tree costs no more than what can
 * be shown of it.
 */
public final class ShownSize {
  /** The bytes of {@code \}{@code uXXXX}. */
  private static final int ESCAPE = 6;

  private final long limit;
  private long size;

  private ShownSize(long limit) {
    this.limit = limit;
  }

  /** The size; more than the limit if it is exceeded, but then not necessarily the whole size. */
  public static long of(JsonNode json, long limit) {
    ShownSize measured = new ShownSize(limit);
    measured.add(json);
    return measured.size;
  }

  /** The size of a member: its name, its value and the punctuation that it needs. */
  static long member(String name, JsonNode value, long limit) {
    long own = name(name);
    return own > limit ? own : own + of(value, limit - own);
  }

  /** The size of a member's name, with the colon and a comma. */
  static long name(String name) {
    return text(name, Long.MAX_VALUE) + 2;
  }

  private void add(JsonNode json) {
    if (size > limit) {
      return;
    }
    if (json instanceof ObjectNode object) {
      add(object);
    } else if (json instanceof ArrayNode list) {
      size += 2;
      for (JsonNode item : list.values()) {
        size++;
        add(item);
        if (size > limit) {
          return;
        }
      }
    } else if (json instanceof StringNode string) {
      size += text(string.stringValue(), limit - size);
    } else {
      size += json.toString().length();
    }
  }

  private void add(ObjectNode object) {
    size += 2;
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      size += name(member.getKey());
      add(member.getValue());
      if (size > limit) {
        return;
      }
    }
  }

  /** The size of a string with its quotation marks. */
  static long text(String text, long limit) {
    long size = 2;
    for (int i = 0; i < text.length() && size <= limit; ) {
      int point = text.codePointAt(i);
      i += Character.charCount(point);
      size += character(point);
    }
    return size;
  }

  /** The bytes of a character inside a string. */
  static int character(int point) {
    if (point < 0x20) {
      return isShort(point) ? 2 : ESCAPE;
    } else if (point < 0x7F) {
      return point == '"' || point == '\\' ? 2 : 1;
    } else if (VisibleText.isHidden(point, 0)) {
      return ESCAPE * Character.charCount(point);
    } else if (point < 0x800) {
      return 2;
    }
    return point < 0x10000 ? 3 : 4;
  }

  private static boolean isShort(int point) {
    return point == '\b' || point == '\t' || point == '\n' || point == '\f' || point == '\r';
  }
}
