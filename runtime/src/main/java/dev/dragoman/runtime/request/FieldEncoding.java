package dev.dragoman.runtime.request;

import java.util.Objects;
import java.util.Optional;

/**
 * How one field of a form or multipart body is written (OpenAPI 3.2, Encoding Object).
 *
 * @param style the style of a query parameter that it is written in; empty when it is written by
 *     its media type
 * @param contentType the media type of its part; a list or a range, as the document has it, leaves
 *     the choice to the file; empty for the one that follows from the value
 * @param isBinary whether a string stands for bytes, in Base64
 */
public record FieldEncoding(
    Optional<ParameterStyle> style, Optional<String> contentType, boolean isBinary) {
  private static final String JSON = "application/json";

  public FieldEncoding {
    Objects.requireNonNull(style);
    Objects.requireNonNull(contentType);
  }

  /** A field written like a query parameter of that style. */
  public static FieldEncoding of(ParameterStyle style) {
    return style.kind() == ParameterStyle.Kind.JSON
        ? contentType(JSON)
        : new FieldEncoding(Optional.of(style), Optional.empty(), false);
  }

  /** A field whose part has this media type. */
  public static FieldEncoding contentType(String contentType) {
    return new FieldEncoding(Optional.empty(), Optional.of(contentType), false);
  }

  /** A file: a Base64 string, or an object that says more of it. */
  public static FieldEncoding binary() {
    return new FieldEncoding(Optional.empty(), Optional.empty(), true);
  }

  /** A file whose part has this media type, unless the file says its own. */
  public static FieldEncoding binary(String contentType) {
    return new FieldEncoding(Optional.empty(), Optional.of(contentType), true);
  }

  /** The media type of a part whose value names none; empty when the document leaves it open. */
  Optional<String> concreteType() {
    return contentType.map(FieldEncoding::first).filter(type -> type.indexOf('*') < 0);
  }

  /** The first of a list of media types. */
  private static String first(String types) {
    int comma = types.indexOf(',');
    return (comma < 0 ? types : types.substring(0, comma)).strip();
  }
}
