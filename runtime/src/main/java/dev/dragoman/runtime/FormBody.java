package dev.dragoman.runtime;

import dev.dragoman.runtime.ApiRequest.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes {@code application/x-www-form-urlencoded} (OpenAPI 3.2, Encoding Object).
 *
 * <p>A field with a style is written as a query parameter of that style. Any other is written by
 * its value: scalars as text, each item of an array as a field of its own, objects as JSON.
 */
final class FormBody {
  private static final FieldStyle STYLED =
      new FieldStyle(PercentEncoding.STRICT, PercentEncoding.STRICT);
  private static final FieldStyle STYLED_RESERVED =
      new FieldStyle(PercentEncoding.STRICT, PercentEncoding.RESERVED_IN_QUERY);
  private static final PercentEncoding PLAIN = PercentEncoding.FORM_URLENCODED;

  private FormBody() {}

  static String write(ObjectNode fields, Map<String, FieldEncoding> encodings) {
    List<Pair> pairs = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : fields.properties()) {
      FieldEncoding encoding = encodings.get(field.getKey());
      ParameterStyle style = encoding == null ? null : encoding.style().orElse(null);
      if (style == null || style.kind() == ParameterStyle.Kind.JSON) {
        pairs.addAll(byValue(field.getKey(), field.getValue(), style));
      } else {
        FieldStyle writer = style.allowReserved() ? STYLED_RESERVED : STYLED;
        pairs.addAll(writer.expand(field.getKey(), field.getValue(), style));
      }
    }
    return join(pairs);
  }

  private static List<Pair> byValue(String name, JsonNode value, @Nullable ParameterStyle style) {
    return items(value).stream()
        .map(item -> style == null ? WireNodes.text(item) : Jsons.write(item))
        .map(text -> new Pair(PLAIN.encode(name), PLAIN.encode(text)))
        .toList();
  }

  /** The values that a field is sent with: the items of an array, or the value itself. */
  static List<JsonNode> items(JsonNode value) {
    return (value.isArray() ? value.valueStream() : Stream.of(value))
        .filter(item -> !item.isNull())
        .toList();
  }

  /** Encoded names and values as one text. */
  static String join(List<Pair> pairs) {
    return pairs.stream()
        .map(pair -> pair.name() + "=" + pair.value())
        .collect(Collectors.joining("&"));
  }
}
