package dev.dragoman.generator.model;

import dev.dragoman.generator.model.ParameterModel.Style;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A media type of a body or an answer.
 *
 * @param name e.g. {@code application/json}, as the document has it
 * @param schema verbatim; {@code {}} when the document gives none
 * @param encodings by field, only those the document gives
 * @param examples the example values the document gives, in its order
 */
public record MediaTypeModel(
    String name, Json schema, Map<String, Encoding> encodings, List<Json> examples) {

  /**
   * How a field of a form is written (OpenAPI 3.1, section 4.8.15).
   *
   * @param contentType the part's media type, when the document gives one
   * @param style when the document gives one
   * @param explode when the document gives it
   * @param allowReserved whether RFC 3986 reserved characters stay as they are
   */
  public record Encoding(
      Optional<String> contentType,
      Optional<Style> style,
      Optional<Boolean> explode,
      boolean allowReserved) {
    public Encoding {
      Objects.requireNonNull(contentType);
      Objects.requireNonNull(style);
      Objects.requireNonNull(explode);
    }
  }

  public MediaTypeModel {
    Objects.requireNonNull(name);
    Objects.requireNonNull(schema);
    encodings = Collections.unmodifiableMap(new LinkedHashMap<>(encodings));
    examples = List.copyOf(examples);
  }
}
