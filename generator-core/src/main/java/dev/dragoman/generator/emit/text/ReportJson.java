package dev.dragoman.generator.emit.text;

import dev.dragoman.generator.model.JsonText;
import java.util.List;
import java.util.Map;

/** Writes maps, lists, strings and numbers as indented JSON (RFC 8259) in ASCII. */
final class ReportJson {
  private final StringBuilder out = new StringBuilder();

  private ReportJson() {}

  static String of(Map<String, Object> values) {
    ReportJson json = new ReportJson();
    json.object(values, "\n");
    return json.out.append('\n').toString();
  }

  private void value(Object value, String lineBreak) {
    if (value instanceof Map<?, ?> object) {
      object(object, lineBreak);
    } else if (value instanceof List<?> array) {
      array(array, lineBreak);
    } else if (value instanceof Number number) {
      out.append(number);
    } else {
      JsonText.append(out, value.toString());
    }
  }

  private void object(Map<?, ?> object, String lineBreak) {
    String separator = lineBreak + "  ";
    out.append('{');
    for (Map.Entry<?, ?> member : object.entrySet()) {
      out.append(separator);
      JsonText.append(out, String.valueOf(member.getKey()));
      out.append(": ");
      value(member.getValue(), lineBreak + "  ");
      separator = "," + lineBreak + "  ";
    }
    out.append(object.isEmpty() ? "}" : lineBreak + "}");
  }

  private void array(List<?> array, String lineBreak) {
    String separator = lineBreak + "  ";
    out.append('[');
    for (Object item : array) {
      out.append(separator);
      value(item, lineBreak + "  ");
      separator = "," + lineBreak + "  ";
    }
    out.append(array.isEmpty() ? "]" : lineBreak + "]");
  }
}
