package dev.dragoman.runtime;

import java.util.Objects;
import java.util.Optional;

/**
 * How a field of a form is written where it is not the default (OpenAPI 3.2, "Encoding Object").
 *
 * @param style written as a query parameter of that style
 * @param contentType media type of the field's part
 * @param isBinary whether a string is bytes in Base64
 */
public record FieldEncoding(
    Optional<ParameterStyle> style, Optional<String> contentType, boolean isBinary) {

  public FieldEncoding {
    Objects.requireNonNull(style);
    Objects.requireNonNull(contentType);
  }

  /** Written as a query parameter of that style. */
  public static FieldEncoding of(ParameterStyle style) {
    return new FieldEncoding(Optional.of(style), Optional.empty(), false);
  }

  /** A part of that media type. */
  public static FieldEncoding contentType(String mediaType) {
    return new FieldEncoding(Optional.empty(), Optional.of(mediaType), false);
  }

  /** Bytes. */
  public static FieldEncoding binary() {
    return new FieldEncoding(Optional.empty(), Optional.empty(), true);
  }

  /** Bytes of that media type. */
  public static FieldEncoding binary(String mediaType) {
    return new FieldEncoding(Optional.empty(), Optional.of(mediaType), true);
  }
}
