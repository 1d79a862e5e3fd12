package dev.dragoman.runtime.request;

import dev.dragoman.runtime.json.JsonWriter;
import dev.dragoman.runtime.media.MediaKind;
import dev.dragoman.runtime.request.ApiRequest.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes {@code application/x-www-form-urlencoded} (OpenAPI 3.2, Encoding Object).
 *
 * <p>A field with a style is written as a query parameter of that style. Any other field is written
 * according to its value: scalars as text, each item of an array as a separate field, objects as
 * JSON.
 */
final class FormBody {
  private static final FieldWriter STYLED =
      new FieldWriter(PercentEncoding.STRICT, PercentEncoding.STRICT);
  private static final FieldWriter STYLED_RESERVED =
      new FieldWriter(PercentEncoding.STRICT, PercentEncoding.RESERVED_IN_QUERY);
  private static final PercentEncoding PLAIN = PercentEncoding.FORM_URLENCODED;

  private FormBody() {}

  static String write(ObjectNode fields, Map<String, FieldEncoding> encodings) {
    List<Pair> pairs = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : fields.properties()) {
      Optional<FieldEncoding> encoding = Optional.ofNullable(encodings.get(field.getKey()));
      Optional<ParameterStyle> style = encoding.flatMap(FieldEncoding::style);
      if (style.isPresent()) {
        FieldWriter writer = style.get().allowReserved() ? STYLED_RESERVED : STYLED;
        pairs.addAll(writer.expand(field.getKey(), field.getValue(), style.get()));
      } else {
        boolean json =
            encoding
                .flatMap(FieldEncoding::concreteType)
                .filter(type -> MediaKind.of(type) == MediaKind.JSON)
                .isPresent();
        pairs.addAll(byValue(field.getKey(), field.getValue(), json));
      }
    }
    return join(pairs);
  }

  private static List<Pair> byValue(String name, JsonNode value, boolean json) {
    return items(value).stream()
        .map(item -> json ? JsonWriter.write(item) : RequestValues.text(item))
        .map(text -> new Pair(PLAIN.encode(name), PLAIN.encode(text)))
        .toList();
  }

  /** The values sent for a field: the items of an array, or the value itself. */
  static List<JsonNode> items(JsonNode value) {
    return (value.isArray() ? value.valueStream() : Stream.of(value))
        .filter(item -> !item.isNull())
        .toList();
  }

  /** Joins encoded names and values. */
  static String join(List<Pair> pairs) {
    return pairs.stream()
        .map(pair -> pair.name() + "=" + pair.value())
        .collect(Collectors.joining("&"));
  }
}
