package dev.dragoman.generator.model;

import dev.dragoman.generator.problem.Location;
import java.util.Objects;
import java.util.Optional;

/**
 * A parameter.
 *
 * @param name its name in requests
 * @param in its location in requests
 * @param required always true in the path
 * @param deprecated whether the document declares it as deprecated
 * @param description empty if there is none
 * @param style how the value is written, with defaults applied; Swagger 2.0's collectionFormat is
 *     converted to OpenAPI 3
 * @param explode with defaults applied
 * @param allowReserved whether reserved characters of RFC 3986 are not encoded
 * @param allowEmptyValue whether an empty value may be sent
 * @param schema unchanged; {@code {}} if the document does not contain one; for a parameter with
 *     {@code content}, the schema of its media type
 * @param contentType the media type of a parameter with {@code content}
 * @param example an example value; the first one if there are several
 * @param location its location in the document
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

  /** The location of a parameter in a request. */
  public enum In {
    PATH,
    QUERY,
    HEADER,
    COOKIE,
    /** OpenAPI 3.2: the complete query string. */
    QUERYSTRING
  }

  /** The styles of OpenAPI, and Swagger 2.0's tsv. */
  public enum Style {
    SIMPLE,
    LABEL,
    MATRIX,
    FORM,
    SPACE_DELIMITED,
    PIPE_DELIMITED,
    TAB_DELIMITED,
    DEEP_OBJECT,
    /** OpenAPI 3.2: a cookie whose value is sent without encoding. */
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
