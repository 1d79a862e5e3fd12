package dev.dragoman.generator.model;

import dev.dragoman.generator.model.ParameterModel.Style;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A media type of a request body or response.
 *
 * @param name as written in the document, e.g. {@code application/json}
 * @param schema unchanged; {@code {}} if the document does not contain one
 * @param encodings by field; only those in the document
 * @param examples the example values, in document order
 * @param markedExamples those of them that the document marks with {@code x-mcp-example: true}
 */
public record MediaTypeModel(
    String name,
    Json schema,
    Map<String, Encoding> encodings,
    List<Json> examples,
    List<Json> markedExamples) {

  /**
   * How a form field is written (OpenAPI 3.1, section 4.8.15).
   *
   * @param contentType the part's media type, if the document declares one
   * @param style if the document declares one
   * @param explode if the document declares it
   * @param allowReserved whether reserved characters of RFC 3986 are not encoded
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
    markedExamples = List.copyOf(markedExamples);
  }

  /** A media type without marked examples. */
  public MediaTypeModel(
      String name, Json schema, Map<String, Encoding> encodings, List<Json> examples) {
    this(name, schema, encodings, examples, List.of());
  }
}
