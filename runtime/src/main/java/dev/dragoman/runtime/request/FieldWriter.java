package dev.dragoman.runtime.request;

import dev.dragoman.runtime.json.JsonWriter;
import dev.dragoman.runtime.request.ApiRequest.Pair;
import dev.dragoman.runtime.request.ParameterStyle.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Writes one value as names and values for queries, cookies and forms (OpenAPI 3.2, Parameter
 * Object, "Style Examples").
 *
 * @param names the encoding of names
 * @param values the encoding of values
 */
record FieldWriter(PercentEncoding names, PercentEncoding values) {

  /** The fields of a value; empty if it is undefined. */
  List<Pair> expand(String name, JsonNode value, ParameterStyle style) {
    if (style.kind() == Kind.JSON) {
      return List.of(pair(name, JsonWriter.write(value)));
    }
    if (style.kind() == Kind.TEXT) {
      return value.isNull() ? List.of() : List.of(pair(name, RequestValues.text(value)));
    }
    List<Pair> fields = new ArrayList<>();
    RequestValues.defined(value).ifPresent(defined -> expand(name, defined, style, fields));
    return fields;
  }

  private void expand(String name, JsonNode value, ParameterStyle style, List<Pair> fields) {
    if (style.kind() == Kind.DEEP_OBJECT) {
      deep(name, value, fields);
    } else if (value.isValueNode()) {
      fields.add(pair(name, RequestValues.text(value)));
    } else if (!style.explode()) {
      String joined =
          parts(value).stream().map(values::encode).collect(Collectors.joining(delimiter(style)));
      fields.add(new Pair(names.encode(name), joined));
    } else if (value.isArray()) {
      value.values().forEach(item -> fields.add(pair(name, RequestValues.text(item))));
    } else {
      value.forEachEntry((key, item) -> fields.add(pair(key, RequestValues.text(item))));
    }
  }

  /** {@code name[key]}, {@code name[key][inner]}, {@code name[0]}, down to the scalars. */
  private void deep(String name, JsonNode value, List<Pair> fields) {
    if (value.isObject()) {
      value.forEachEntry((key, item) -> deep(name + "[" + key + "]", item, fields));
    } else if (value.isArray()) {
      for (int index = 0; index < value.size(); index++) {
        deep(name + "[" + index + "]", value.path(index), fields);
      }
    } else {
      fields.add(pair(name, RequestValues.text(value)));
    }
  }

  private Pair pair(String name, String value) {
    return new Pair(names.encode(name), values.encode(value));
  }

  private String delimiter(ParameterStyle style) {
    return switch (style.kind()) {
      case SPACE_DELIMITED -> values.encode(" ");
      case PIPE_DELIMITED -> values.encode("|");
      case TAB_DELIMITED -> values.encode("\t");
      case SIMPLE, LABEL, MATRIX, FORM, COOKIE, DEEP_OBJECT, JSON, TEXT -> ",";
    };
  }

  /** The items of an array, or the alternating names and values of an object. */
  static List<String> parts(JsonNode value) {
    List<String> parts = new ArrayList<>();
    if (value.isArray()) {
      value.values().forEach(item -> parts.add(RequestValues.text(item)));
    } else {
      for (Map.Entry<String, JsonNode> member : value.properties()) {
        parts.add(member.getKey());
        parts.add(RequestValues.text(member.getValue()));
      }
    }
    return parts;
  }
}
