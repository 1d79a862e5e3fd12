package dev.dragoman.runtime.request;

import dev.dragoman.runtime.json.JsonWriter;
import dev.dragoman.runtime.request.ParameterStyle.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Writes one value as text for a path parameter ({@code simple}, {@code label}, {@code matrix}) or
 * a header ({@code simple}) (OpenAPI 3.2, Parameter Object, "Style Examples"). Both may have any
 * {@code collectionFormat} of Swagger 2.0 except {@code multi}.
 *
 * @param encoding the encoding of names and values
 */
record SegmentWriter(PercentEncoding encoding) {

  /** The text of a value; empty if it is undefined. */
  String expand(String name, JsonNode value, ParameterStyle style) {
    if (style.kind() == Kind.JSON) {
      boolean header = encoding == PercentEncoding.NONE;
      return encoding.encode(header ? JsonWriter.writeAscii(value) : JsonWriter.write(value));
    }
    if (style.kind() == Kind.TEXT) {
      return value.isNull() ? "" : encoding.encode(RequestValues.text(value));
    }
    return RequestValues.defined(value).map(defined -> write(name, defined, style)).orElse("");
  }

  private String write(String name, JsonNode value, ParameterStyle style) {
    return switch (style.kind()) {
      case LABEL -> "." + joined(value, style.explode(), style.explode() ? "." : ",");
      case MATRIX -> matrix(name, value, style.explode());
      case SPACE_DELIMITED -> joined(value, style.explode(), encoding.encode(" "));
      case PIPE_DELIMITED -> joined(value, style.explode(), encoding.encode("|"));
      case TAB_DELIMITED -> joined(value, style.explode(), encoding.encode("\t"));
      case SIMPLE, FORM, COOKIE, DEEP_OBJECT, JSON, TEXT -> joined(value, style.explode(), ",");
    };
  }

  private String joined(JsonNode value, boolean explode, String delimiter) {
    if (value.isValueNode()) {
      return encoding.encode(RequestValues.text(value));
    }
    List<String> parts = new ArrayList<>();
    if (explode && value.isObject()) {
      for (Map.Entry<String, JsonNode> member : value.properties()) {
        String text = RequestValues.text(member.getValue());
        parts.add(encoding.encode(member.getKey()) + "=" + encoding.encode(text));
      }
    } else {
      FieldWriter.parts(value).forEach(part -> parts.add(encoding.encode(part)));
    }
    return String.join(delimiter, parts);
  }

  private String matrix(String name, JsonNode value, boolean explode) {
    if (value.isValueNode() || !explode) {
      return parameter(name, joined(value, false, ","));
    }
    StringBuilder text = new StringBuilder();
    if (value.isArray()) {
      for (JsonNode item : value.values()) {
        text.append(parameter(name, encoding.encode(RequestValues.text(item))));
      }
    } else {
      value.forEachEntry(
          (key, item) -> text.append(parameter(key, encoding.encode(RequestValues.text(item)))));
    }
    return text.toString();
  }

  /** {@code ;name=value}, without the equals sign if the value is empty (RFC 6570, 3.2.7). */
  private String parameter(String name, String encoded) {
    return ";" + encoding.encode(name) + (encoded.isEmpty() ? "" : "=" + encoded);
  }
}
