package dev.dragoman.generator.model;

import dev.dragoman.generator.problem.Location;
import java.util.Objects;
import java.util.Optional;

/**
 * A parameter.
 *
 * @param name as it stands on the wire
 * @param in where it goes
 * @param required always true in the path
 * @param deprecated whether the document says so
 * @param description empty when there is none
 * @param style how the value is written, defaults filled in; Swagger 2.0's collectionFormat in its
 *     OpenAPI 3 form
 * @param explode defaults filled in
 * @param allowReserved whether RFC 3986 reserved characters stay as they are
 * @param allowEmptyValue whether an empty value may be sent
 * @param schema the schema, verbatim; {@code {}} when the document gives none; for a parameter with
 *     {@code content}, that of its media type
 * @param contentType the media type of a parameter with {@code content}
 * @param example an example value, the first one when there are several
 * @param location where it is declared
 */
public record ParameterModel(
    String name,
    In in,
    boolean required,
    boolean deprecated,
    String description,
    Style style,
    boolean explode,
    boolean allowReserved,
    boolean allowEmptyValue,
    Json schema,
    Optional<String> contentType,
    Optional<Json> example,
    Location location) {

  /** Where a parameter goes. */
  public enum In {
    PATH,
    QUERY,
    HEADER,
    COOKIE,
    /** OpenAPI 3.2: the whole query string. */
    QUERYSTRING
  }

  /** OpenAPI's style names, and Swagger 2.0's tsv. */
  public enum Style {
    SIMPLE,
    LABEL,
    MATRIX,
    FORM,
    SPACE_DELIMITED,
    PIPE_DELIMITED,
    TAB_DELIMITED,
    DEEP_OBJECT,
    /** OpenAPI 3.2: a cookie whose value is sent as it is. */
    COOKIE
  }

  public ParameterModel {
    Objects.requireNonNull(name);
    Objects.requireNonNull(in);
    Objects.requireNonNull(description);
    Objects.requireNonNull(style);
    Objects.requireNonNull(schema);
    Objects.requireNonNull(contentType);
    Objects.requireNonNull(example);
    Objects.requireNonNull(location);
  }
}
