package dev.dragoman.generator.model;

import java.util.Map;

/**
 * Writes JSON text (RFC 8259) without spaces, with members in their order and numbers as written.
 */
public final class JsonText {
  private final StringBuilder out;

  private JsonText(StringBuilder out) {
    this.out = out;
  }

  /** The text of a value. */
  public static String of(Json value) {
    StringBuilder out = new StringBuilder();
    append(out, value);
    return out.toString();
  }

  /** Appends the text of a value. */
  public static void append(StringBuilder out, Json value) {
    new JsonText(out).value(value);
  }

  /**
   * Appends a string with its quotes, in ASCII only, so that the result does not depend on a
   * reader's encoding.
   */
  public static void append(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      character(out, text.charAt(i));
    }
    out.append('"');
  }

  private void value(Json value) {
    if (value instanceof Json.Obj object) {
      object(object);
    } else if (value instanceof Json.Arr array) {
      array(array);
    } else if (value instanceof Json.Str string) {
      append(out, string.value());
    } else if (value instanceof Json.Num number) {
      out.append(number.digits());
    } else {
      out.append(value instanceof Json.Bool bool ? String.valueOf(bool.value()) : "null");
    }
  }

  private void object(Json.Obj object) {
    out.append('{');
    boolean first = true;
    for (Map.Entry<String, Json> member : object.members().entrySet()) {
      out.append(first ? "" : ",");
      first = false;
      append(out, member.getKey());
      out.append(':');
      value(member.getValue());
    }
    out.append('}');
  }

  private void array(Json.Arr array) {
    out.append('[');
    boolean first = true;
    for (Json item : array.items()) {
      out.append(first ? "" : ",");
      first = false;
      value(item);
    }
    out.append(']');
  }

  private static void character(StringBuilder out, char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (c < ' ' || c >= 0x7F) {
          out.append("\\u").append(String.format("%04x", (int) c));
        } else {
          out.append(c);
        }
      }
    }
  }
}
