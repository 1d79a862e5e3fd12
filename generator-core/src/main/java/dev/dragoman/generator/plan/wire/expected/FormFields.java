package dev.dragoman.generator.plan.wire.expected;

import dev.dragoman.generator.plan.BodyPlan.Field;
import dev.dragoman.generator.plan.BodyPlan.FieldStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The text of {@code application/x-www-form-urlencoded} (OpenAPI 3.2, Encoding Object): a field
 * with a style is written like a query parameter of that style, any other by its value.
 */
final class FormFields {
  private FormFields() {}

  /** The text of a form; empty if a field has a content type that this package does not support. */
  static Optional<String> text(JsonNode form, Map<String, Field> fields) {
    List<String> pairs = new ArrayList<>();
    for (Map.Entry<String, JsonNode> member : form.properties()) {
      Field how = fields.get(member.getKey());
      if (how != null && how.style().isPresent()) {
        styled(how.style().get()).of(member.getKey(), member.getValue()).ifPresent(pairs::add);
      } else if (how != null && isUnknown(how)) {
        return Optional.empty();
      } else {
        boolean json = how != null && Media.of(how.contentType().orElse("")) == Media.JSON;
        items(member.getValue())
            .map(item -> json ? Texts.json(item) : Texts.plain(item))
            .map(text -> Escape.FORM.of(member.getKey()) + "=" + Escape.FORM.of(text))
            .forEach(pairs::add);
      }
    }
    return Optional.of(String.join("&", pairs));
  }

  private static Expansion styled(FieldStyle style) {
    Escape values = style.allowReserved() ? Escape.QUERY : Escape.UNRESERVED;
    return new Expansion(
        Expansion.Operator.QUERY, style.style(), style.explode(), Escape.UNRESERVED, values);
  }

  private static boolean isUnknown(Field how) {
    return how.contentType().filter(type -> Media.of(type) == Media.UNKNOWN).isPresent();
  }

  /** The values sent for a field: the items of an array, or the value itself. */
  static Stream<JsonNode> items(JsonNode value) {
    return (value.isArray() ? value.valueStream() : Stream.of(value))
        .filter(item -> !item.isNull());
  }
}
